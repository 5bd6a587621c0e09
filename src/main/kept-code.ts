import type { Remembered } from './memory.ts'

interface Kept {
  readonly read: () => Pick<Remembered, 'opensByItself'>
  readonly keep: (change: Pick<Remembered, 'opensByItself'>) => void
}

/**
 * The engine keeps the page's code as the first start used it, and a start that shows a door uses little of what one that
 * shows its rows does. Told whether the space at hand opens by itself; when the next start will be of the other kind, what
 * was kept is forgotten, and that start keeps what it uses.
 */
export function followKeptCode(memory: Kept, forget: () => Promise<void>): (opensByItself: boolean) => void {
  return (opensByItself) => {
    if (memory.read().opensByItself === opensByItself) return
    memory.keep({ opensByItself })
    void forget().catch(() => undefined) // then starts are as they were
  }
}
