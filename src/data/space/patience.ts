import { setTimeout as pause } from 'node:timers/promises'
import { asAppError, failureCode, mayPass } from './failures.ts'

export interface Patience {
  /** Milliseconds to wait before each new try; their sum is how long a passing failure is borne in silence. */
  readonly waits: readonly number[]
  readonly sleep: (milliseconds: number) => Promise<unknown>
}

/** Five seconds in all: an antivirus lets go sooner, and a person waits no longer without a word. */
export const usualPatience: Patience = { waits: [20, 40, 80, 160, 300, 600, 1000, 1400, 1400], sleep: pause }

/**
 * Does the work again while it fails for a reason that often passes; then says so. Anything else is said at once.
 * A read error can look like damage or like a wrong key: these two are worth a second and a third look.
 */
export async function patiently<Value>(patience: Patience, work: () => Value | Promise<Value>): Promise<Value> {
  for (let tried = 0; ; tried++) {
    try {
      return await work()
    } catch (error) {
      const wait = patience.waits[tried]
      if (wait === undefined || !(mayPass(error) || (tried < 2 && looksLikeDamage(error)))) throw asAppError(error)
      await patience.sleep(wait)
    }
  }
}

function looksLikeDamage(error: unknown): boolean {
  const code = failureCode(error)
  return code !== null && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
}
