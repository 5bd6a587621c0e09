import { parentPort, workerData } from 'node:worker_threads'
import { checkCopy, type CheckOrder } from './check-copy.ts'
import { asAppError } from './failures.ts'

/** Runs on a thread of its own: reading every page of a big file must not stop the commands. */
const order = workerData as CheckOrder // put there by verify.ts, and by nothing else
try {
  parentPort?.postMessage({ checked: checkCopy(order) })
} catch (error) {
  const { code, data } = asAppError(error)
  if (code === 'unexpected') throw error
  parentPort?.postMessage({ refused: { code, data } })
}
