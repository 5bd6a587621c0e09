import type { Remembered } from './memory.ts'

/** For how long a graphics card that could not be used is not tried again, in milliseconds: drivers are mended. */
const patience = 30 * 24 * 60 * 60 * 1000

/** What of the application this asks. */
export interface Graphics {
  readonly disableHardwareAcceleration: () => void
  readonly getGPUFeatureStatus: () => { readonly gpu_compositing: string }
  readonly once: (event: 'gpu-info-update', listener: () => void) => unknown
}

interface Kept {
  readonly read: () => Pick<Remembered, 'withoutGraphics'>
  readonly keep: (change: Pick<Remembered, 'withoutGraphics'>) => void
}

/**
 * Where Chromium cannot use the graphics card (a virtual machine, a remote desktop, a driver it refuses) it finds that out
 * anew at each start, and the page waits meanwhile. So what was found is remembered, for this runtime and for a month.
 * Called before the application is ready; answers what is to be kept once a start has shown how things are.
 */
export function rememberGraphics(
  memory: Kept,
  graphics: Graphics,
  { now, runtime }: { readonly now: number; readonly runtime: string },
): () => void {
  const { withoutGraphics } = memory.read()
  const age = withoutGraphics === null ? -1 : now - withoutGraphics.since
  if (withoutGraphics?.runtime === runtime && age >= 0 && age < patience) {
    graphics.disableHardwareAcceleration()
    return () => undefined
  }
  let known = false
  graphics.once('gpu-info-update', () => (known = true))
  return () => {
    if (!known) return
    const drawnWithout = graphics.getGPUFeatureStatus().gpu_compositing.startsWith('disabled')
    memory.keep({ withoutGraphics: drawnWithout ? { runtime, since: now } : null })
  }
}
