import { config } from 'zod'

// Zod asks, as each schema is made, whether it may write code of its own. The policy of the page says no and reports
// the question: it is not put. Imported before anything that makes a schema.
config({ jitless: true })
