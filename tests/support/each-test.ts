import { afterEach } from 'vitest'
import { closeAll } from './closing.ts'

// Read anew for each file, as every setup file is.
afterEach(closeAll)
