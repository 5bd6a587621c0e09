import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { type Palier, launchPalier } from '../support/launch.ts'

// The processes of the shell: what becomes of each when another one dies, and what they leave behind.

let palier: Palier

test.beforeEach(async () => {
  palier = await launchPalier()
  await palier.window.evaluate(collectEvents)
})
test.afterEach(() => palier.close())

test('F8: a data process that dies is started again, once a minute, and the page is told', async () => {
  const { window } = palier
  process.kill(await pidOfData(), 'SIGKILL')
  await expect.poll(events).toEqual(['data-stopped {"final":false}', 'data-restarted {}'])
  expect(await window.evaluate(askForPort)).toBe('port')

  process.kill(await pidOfData(), 'SIGKILL')
  await expect.poll(events).toContain('data-stopped {"final":true}')
  expect(await info()).toMatchObject({ ok: true, value: { data: 'stopped' } })

  await window.evaluate(() => Reflect.get(globalThis, 'palier').shell('restartData', {}))
  await expect.poll(events).toHaveLength(4)
  expect(await info()).toMatchObject({ ok: true, value: { data: 'running' } })

  // the diary of all this names facts and numbers, and nothing else
  const lines = readFileSync(`${palier.userData}/logs/main.log`, 'utf8').trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(6)
  for (const line of lines) expect(line).toMatch(/^[\dTZ:.-]+ [a-z-]+( [a-zA-Z]+=(\d+|true|false))*$/)
})

test('the data process runs the code that was compiled when the application was built', async () => {
  const diary = () => readFileSync(`${palier.userData}/logs/main.log`, 'utf8')
  await expect.poll(diary).toContain('data-ready compiled=true')
})

test('F8: a page that dies comes back', async () => {
  const { app } = palier
  const pid = await pidOfPage()
  process.kill(pid, 'SIGKILL')
  await expect.poll(pidOfPage).not.toBe(pid)
  const title = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('typeof palier.shell').catch(String),
    )
  await expect.poll(title).toBe('function')
})

test('C28: a second start gives way to the first', async () => {
  const { app, userData } = palier
  const shown = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible()))
  await expect.poll(shown).toEqual([true])
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const [executable, ...args] = await app.evaluate(() => process.argv)
  const second = spawn(
    executable ?? '',
    args.filter((one) => !one.startsWith('--inspect') && !one.startsWith('--remote')).filter(isNotLoader),
    {
      env: { ...process.env, PALIER_USER_DATA: userData },
      stdio: 'ignore',
    },
  )
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  await expect.poll(shown).toEqual([true])
})

function pidOfData(): Promise<number> {
  return palier.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'palier-data')?.pid ?? 0)
}

function pidOfPage(): Promise<number> {
  return palier.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
}

function info(): Promise<unknown> {
  return palier.window.evaluate(() => Reflect.get(globalThis, 'palier').shell('appInfo', {}))
}

function events(): Promise<string[]> {
  return palier.window.evaluate(() => Reflect.get(globalThis, 'heard'))
}

function collectEvents(): void {
  const heard: string[] = []
  Reflect.set(globalThis, 'heard', heard)
  for (const name of ['data-stopped', 'data-restarted', 'lock']) {
    Reflect.get(globalThis, 'palier').on(name, (event: unknown) => heard.push(`${name} ${JSON.stringify(event)}`))
  }
}

function askForPort(): Promise<string> {
  return new Promise((resolve) => {
    addEventListener('message', ({ data, ports }) => data === 'palier:port' && ports.length === 1 && resolve('port'))
    setTimeout(() => resolve('no port'), 1000)
    dispatchEvent(new Event('palier:port-wanted'))
  })
}

/** Playwright starts the app through a loader of its own. */
function isNotLoader(argument: string, index: number, all: readonly string[]): boolean {
  return argument !== '-r' && all[index - 1] !== '-r'
}
