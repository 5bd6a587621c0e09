import { build } from './support/build.ts'
import { main } from './support/say.ts'

await main(build)
