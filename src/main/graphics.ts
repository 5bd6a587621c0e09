import { app } from 'electron'
import type { Memory } from './memory.ts'

/** For how long a graphics card that could not be used is not tried again, in milliseconds: drivers are mended. */
const patience = 30 * 24 * 60 * 60 * 1000

/**
 * Where Chromium cannot use the graphics card (a virtual machine, a remote desktop, a driver it refuses) it finds that out
 * anew at each start, and the page waits meanwhile. So what was found is remembered, for this runtime and for a month.
 * Called before the application is ready; answers what is to be kept once a start has shown how things are.
 */
export function rememberGraphics(memory: Memory): () => void {
  const { withoutGraphics } = memory.read()
  const now = Date.now()
  const runtime = process.versions.electron
  const age = withoutGraphics === null ? Infinity : now - withoutGraphics.since
  if (withoutGraphics?.runtime === runtime && age >= 0 && age < patience) {
    app.disableHardwareAcceleration()
    return () => undefined
  }
  let known = false
  app.once('gpu-info-update', () => (known = true))
  return () => {
    if (!known) return
    const drawnWithout = app.getGPUFeatureStatus().gpu_compositing.startsWith('disabled')
    memory.keep({ withoutGraphics: drawnWithout ? { runtime, since: now } : null })
  }
}
