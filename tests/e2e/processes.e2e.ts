import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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

test('the engine of a process takes the flags that are put on its command line', async () => {
  const { limit } = await heapUnder(['--js-flags=--max-old-space-size=320']) // as for a reader of foreign files
  expect(limit / 2 ** 20).toBeGreaterThan(300)
  expect(limit / 2 ** 20).toBeLessThan(400)

  const flags = '--js-flags=--min-semi-space-size=12 --max-semi-space-size=12 --initial-heap-size=64'
  expect(readFileSync(`/proc/${await pidOfData()}/cmdline`, 'utf8')).toContain(flags)
  expect((await heapUnder([flags])).young / 2 ** 20).toBeGreaterThanOrEqual(12)
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

/** What a process started under those flags has: the limit of all its objects, and the room for young ones, in bytes. */
async function heapUnder(flags: readonly string[]): Promise<{ readonly limit: number; readonly young: number }> {
  const script = join(palier.userData, 'heap.cjs')
  await writeFile(
    script,
    `const { getHeapSpaceStatistics, getHeapStatistics } = require('node:v8')
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size
    process.parentPort.postMessage({ limit: getHeapStatistics().heap_size_limit, young })`,
  )
  return palier.app.evaluate(
    ({ utilityProcess }, [path, execArgv]) =>
      new Promise((resolve) => {
        const child = utilityProcess.fork(path, [], { execArgv: [...execArgv], stdio: 'ignore' })
        child.once('message', (heap) => {
          resolve(heap)
          child.kill()
        })
      }),
    [script, flags] as const,
  )
}

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
    addEventListener('palier:port', (event) => (event as MessageEvent).ports.length === 1 && resolve('port'))
    setTimeout(() => resolve('no port'), 1000)
    dispatchEvent(new Event('palier:port-wanted'))
  })
}

/** Playwright starts the app through a loader of its own. */
function isNotLoader(argument: string, index: number, all: readonly string[]): boolean {
  return argument !== '-r' && all[index - 1] !== '-r'
}
