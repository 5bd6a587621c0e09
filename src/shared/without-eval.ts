import { config } from 'zod'

// Zod would write code of its own for each schema, and asks as each is made whether it may. The policy of the page says no
// and reports the question; in the data process, code written at each start costs it more than it ever gains. Imported
// before anything that makes a schema.
config({ jitless: true })
