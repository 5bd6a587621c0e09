import { randomBytes } from 'node:crypto'
import { takeLock } from '../../../src/data/space/lock-file.ts'

/** Takes the lock of a folder, says so or why not, and stays until it is killed or told to leave. */
const [folder = '', host = '', deviceId = ''] = process.argv.slice(2)
const dependencies = { host, pid: process.pid, uptime: () => 1000, randomBytes }
try {
  const lock = await takeLock(dependencies, folder, deviceId)
  process.send?.({ taken: true })
  process.once('message', () => void lock.release().then(() => process.disconnect()))
} catch (error) {
  process.send?.({ refused: error instanceof Error && 'code' in error ? error.code : String(error) })
  process.disconnect()
}
