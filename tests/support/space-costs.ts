import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import type { PassphraseCost } from '../../src/data/space/slots.ts'

/** The least that an envelope may ask for, where what is tested is not the cost of a guess. */
export const leastCost: PassphraseCost = { memoryKiB: 19_456, passes: 1, lanes: 1 }

/**
 * The thread that checks a copy, as the application has it: without any environment. It is told where compiled sources
 * are kept, which other threads learn from theirs: to compile them anew for each copy costs more than to check it.
 */
export const verifyWorker: URL = rememberingCompiled(pathToFileURL(resolve('src/data/space/verify-worker.ts')))

function rememberingCompiled(file: URL): URL {
  const folder = process.env['NODE_COMPILE_CACHE']
  if (folder === undefined) return file
  const start = `import { enableCompileCache } from 'node:module'
    enableCompileCache(${JSON.stringify(folder)})
    await import(${JSON.stringify(file.href)})`
  return new URL(`data:text/javascript,${encodeURIComponent(start)}`)
}
