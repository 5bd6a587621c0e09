import { expect, test } from '@playwright/test'
import { createSpace, unlock } from '../support/journey.ts'
import { type Palier, launchPalier } from '../support/launch.ts'

// When nobody is there any more, the space locks: the processes that knew it are replaced, whatever they were doing.

let palier: Palier

test.beforeEach(async () => {
  palier = await launchPalier()
  await createSpace(palier)
})
test.afterEach(() => palier.close())

test('C18: sleep, a locked screen and another user lock the space at once', async () => {
  const { app, window } = palier
  for (const event of ['suspend', 'lock-screen', 'user-did-resign-active']) {
    const before = await processes()
    await app.evaluate(({ powerMonitor }, name) => {
      // the names of its events are typed one by one; any of them can be announced
      const monitor: { emit: (name: string) => boolean } = powerMonitor
      monitor.emit(name)
    }, event)
    await expect(window.getByRole('button', { name: 'Déverrouiller' }), event).toBeVisible()
    await expect.poll(async () => (await processes()).filter((pid) => before.includes(pid)), event).toEqual([])
    await unlock(window)
    await expect(window.getByRole('navigation').first()).toBeVisible()
  }
})

test('C18: a page that does not answer is not waited for', async () => {
  const { app, window } = palier
  const before = await processes()
  await window.evaluate(() => {
    setTimeout(() => {
      for (;;) Math.random()
    }, 50)
  })
  await window.waitForTimeout(200)
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
  await expect
    .poll(async () => (await processes()).filter((pid) => before.includes(pid)), { timeout: 15_000 })
    .toEqual([])
  const text = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText').catch(String),
    )
  await expect.poll(text, { timeout: 15_000 }).toContain('Déverrouiller')
})

test('C18: nobody for ten minutes, by a clock that cannot be set back', async () => {
  const { app, window } = palier
  await app.evaluate(({ powerMonitor }) => {
    Reflect.set(powerMonitor, 'getSystemIdleTime', () => 6000)
    Reflect.set(Date, 'now', () => 0) // the clock on the wall says nothing about it
  })
  // a key in the window, and then ten minutes that are told to have passed
  await window.keyboard.press('Shift')
  await window.waitForTimeout(6000)
  await expect(window.getByRole('navigation').first()).toBeVisible()
  await app.evaluate(() => {
    const now = performance.now.bind(performance)
    Reflect.set(performance, 'now', () => now() + 10 * 60_000)
  })
  await expect(window.getByRole('button', { name: 'Déverrouiller' })).toBeVisible({ timeout: 15_000 })
})

/** Those that knew the space: its data process, and the one of the page. */
function processes(): Promise<readonly number[]> {
  return palier.app.evaluate(({ app, BrowserWindow }) => [
    ...app.getAppMetrics().flatMap(({ name, pid }) => (name === 'palier-data' ? [pid] : [])),
    ...BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
  ])
}
