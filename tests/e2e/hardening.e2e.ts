import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { hostileLinks } from '../support/hostile.ts'
import { type Palier, launchPalier } from '../support/launch.ts'
import { type Outside, openOutside } from '../support/outside.ts'

// The seventeen items of Electron's security guide, in its order. Each was seen to fail with its guard taken away.

let palier: Palier
let outside: Outside

test.beforeAll(async () => {
  outside = await openOutside()
  palier = await launchPalier({ args: ['--use-fake-device-for-media-stream'] }) // a camera, so that it can be denied
  await palier.window.waitForFunction(() => document.querySelector('#root')?.childElementCount)
})
test.afterAll(async () => {
  await palier.close()
  await outside.close()
})

test('E1: nothing is loaded from outside, by the page or on its behalf', async () => {
  const { app, window } = palier
  expect(window.url()).toMatch(/^app:\/\/palier\//)
  const tried = await window.evaluate(tryToReach, outside.url)
  expect(tried).toEqual(['fetch refused', 'request refused', 'image refused', 'socket refused'])
  const past = await app.evaluate(
    ({ session }, url) =>
      session.defaultSession.fetch(url).then(
        () => 'reached',
        () => 'refused',
      ),
    outside.url,
  )
  expect(past).toBe('refused')
  expect(outside.asked).toEqual([])
})

test('E2: no Node in the page, in its frames or in its workers', async () => {
  const { window } = palier
  const { nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames } = await preferences()
  expect([nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames].some(Boolean)).toBe(false)
  const nothing = ['undefined', 'undefined', 'undefined', 'undefined']
  expect(
    await window.evaluate(() => [
      typeof Reflect.get(globalThis, 'process'),
      typeof Reflect.get(globalThis, 'require'),
      typeof Reflect.get(globalThis, 'module'),
      typeof Reflect.get(globalThis, 'Buffer'),
    ]),
  ).toEqual(nothing)
  expect(await window.evaluate(globalsOfFrame)).toEqual(nothing)

  // the policy allows no such worker: it is lifted for the time of the question
  const devtools = await palier.app.context().newCDPSession(window)
  await devtools.send('Page.setBypassCSP', { enabled: true })
  await window.reload()
  expect(await window.evaluate(globalsOfWorker)).toEqual(nothing)
  await devtools.send('Page.setBypassCSP', { enabled: false })
  await window.reload()
})

test('E3: the page cannot reach into the doorway', async () => {
  expect((await preferences()).contextIsolation).toBe(true)
  const answer = await palier.window.evaluate(() => {
    const includes = Array.prototype.includes
    try {
      Array.prototype.includes = () => true
      // a name that is not in the list passes if the list is asked in the page's own world
      return Promise.resolve(Reflect.get(globalThis, 'palier').shell('notACall', {})).then(() => 'passed', String)
    } catch (error) {
      return String(error)
    } finally {
      Array.prototype.includes = includes
    }
  })
  expect(answer).toContain('no such call')
})

test('E4: the page runs in a sandbox', async () => {
  expect((await preferences()).sandbox).toBe(true)
})

test('E5: every permission is denied', async () => {
  const asked = await palier.window.evaluate(async () => {
    const failed = (error: unknown) => (error instanceof DOMException ? error.name : String(error))
    const position = new Promise<string>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        ({ code }) => resolve(`code ${code}`),
      ),
    )
    return {
      notifications: await Notification.requestPermission(),
      geolocation: await position,
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', failed),
      screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'granted', failed),
      clipboard: await navigator.clipboard.readText().then(() => 'granted', failed),
    }
  })
  expect(asked).toEqual({
    notifications: 'denied',
    geolocation: 'code 1',
    camera: 'NotAllowedError',
    screen: 'NotAllowedError',
    clipboard: 'NotAllowedError',
  })
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'background-sync']
  const states = await palier.window.evaluate(
    (asks) =>
      Promise.all(
        asks.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      ),
    names,
  )
  expect(states).toEqual(names.map(() => 'denied'))
})

test('E6: web security is on', async () => {
  expect((await preferences()).webSecurity).toBe(true)
})

test('E7: a strict policy, which the page itself never breaks', async () => {
  const { window } = palier
  const policy = await window.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
  expect(policy?.replace(/nonce-[A-Za-z0-9+/=]{24}/, 'nonce-…')).toBe(
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  await palier.app.context().addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      const before: unknown = Reflect.get(globalThis, 'violations')
      Reflect.set(globalThis, 'violations', [...(Array.isArray(before) ? before : []), violatedDirective])
    })
  })
  await window.reload()
  await window.waitForFunction(() => document.querySelector('#root')?.childElementCount)
  await window.waitForTimeout(500)
  expect(await window.evaluate(() => Reflect.get(globalThis, 'violations'))).toBeUndefined()
  expect(await window.evaluate(injectCode)).toEqual({
    ran: [],
    evaluated: 'refused',
    violations: ['script-src-attr', 'script-src-elem', 'style-src-elem'],
  })
})

test('E8, E9, E10: no insecure content, no experiments, no Blink features', async () => {
  const { allowRunningInsecureContent, experimentalFeatures, enableBlinkFeatures } = await preferences()
  expect([allowRunningInsecureContent, experimentalFeatures, enableBlinkFeatures ?? '']).toEqual([false, false, ''])
})

test('E11, E12: no webview, even where one is attempted', async () => {
  const { app, window } = palier
  expect((await preferences()).webviewTag).toBe(false)
  const pages = await countPages()
  await window.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'app://palier/')
    document.body.append(view)
  })
  await window.waitForTimeout(300)
  expect(await countPages()).toBe(pages)
  const prevented = await app.evaluate(({ BrowserWindow }) => {
    let stopped = false
    const attempt = { preventDefault: () => (stopped = true) }
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', attempt, {}, {})
    return stopped
  })
  expect(prevented).toBe(true)
})

test('E13: the page stays where it is', async () => {
  const { window } = palier
  const here = window.url()
  const elsewhere = [
    outside.url,
    'https://exemple.fr/',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://palier/index.html',
    'app://elsewhere/',
    'javascript:document.title="x"',
  ]
  for (const address of elsewhere) {
    await window.evaluate((target) => void (location.href = target), address)
    await window.waitForTimeout(150)
    expect(window.url(), address).toBe(here)
  }
  await dropFile('/etc/passwd')
  expect(window.url()).toBe(here)
  expect(await window.title()).not.toBe('x')
  expect(outside.asked).toEqual([])
})

test('E14: no other window', async () => {
  const { window } = palier
  const opened = await window.evaluate(
    (url) => [open(url), open('app://palier/'), open('', 'named'), open('about:blank')],
    outside.url,
  )
  expect(opened).toEqual([null, null, null, null])
  await window.evaluate((url) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<a id="away" href="${url}" target="_blank" style="position:fixed;z-index:9999;top:200px;left:300px">away</a>`,
    )
  }, outside.url)
  for (const [button, modifiers] of presses) await press(button, modifiers)
  expect(await countPages()).toBe(1)
  expect(outside.asked).toEqual([])
})

test('E15: only a shown and confirmed link of a known kind opens outside', async () => {
  const { app, window } = palier
  await app.evaluate(({ dialog, shell }) => {
    const seen = { shown: [] as string[], opened: [] as string[], answer: 0 }
    Reflect.set(globalThis, 'seen', seen)
    Reflect.set(dialog, 'showMessageBox', async (_window: unknown, { detail }: { detail: string }) => {
      seen.shown.push(detail)
      return { response: seen.answer, checkboxChecked: false }
    })
    Reflect.set(shell, 'openExternal', async (url: string) => void seen.opened.push(url))
  })
  const open = (url: string) =>
    window.evaluate((target) => Reflect.get(globalThis, 'palier').shell('openExternal', { url: target }), url)
  const seen = () => app.evaluate(() => Reflect.get(globalThis, 'seen') as { shown: string[]; opened: string[] })

  expect(hostileLinks.length).toBeGreaterThanOrEqual(30)
  for (const link of hostileLinks) expect(await open(link), link).toEqual({ ok: false, code: 'invalid' })
  expect(await seen()).toMatchObject({ shown: [], opened: [] })

  expect(await open('https://exemple.fr/a')).toEqual({ ok: true, value: { opened: true } })
  await app.evaluate(() => void Reflect.set(Reflect.get(globalThis, 'seen'), 'answer', 1))
  expect(await open('tel:+33612345678')).toEqual({ ok: true, value: { opened: false } })
  expect(await seen()).toMatchObject({
    shown: ['https://exemple.fr/a', 'tel:+33612345678'],
    opened: ['https://exemple.fr/a'],
  })
})

test('E16: the Electron that users get is a supported one', async () => {
  // as read on 2026-11-23: the three newest majors are supported, and fixes come in their last release
  const supported = { 45: '45.4.1' }
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    devDependencies: { electron: string }
  }
  expect(Object.values(supported)).toContain(devDependencies.electron)
})

test('E17: another window and a frame are not answered, nor handed the port', async () => {
  const { app, window } = palier
  const other = app.waitForEvent('window')
  await app.evaluate(({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    void new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } }).loadURL('app://palier/')
  })
  const stranger = await other
  await stranger.waitForLoadState()
  expect(
    await stranger.evaluate(() =>
      Reflect.get(globalThis, 'palier')
        .shell('appInfo', {})
        .then(
          () => 'answered',
          () => 'refused',
        ),
    ),
  ).toBe('refused')
  expect(await stranger.evaluate(askForPort)).toBe('no port')
  await stranger.close()

  expect(await window.evaluate(askForPort)).toBe('port')
  await window.evaluate(() => {
    document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: '<p>inside</p>' }))
  })
  const waiting = window.evaluate(waitForPort)
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    ipcMain.emit('port', { sender: contents, senderFrame: contents?.mainFrame.frames[0] })
  })
  expect(await waiting).toBe('no port')
})

/** What Electron holds the page to; it keeps this question to itself, hence by name. */
function preferences(): Promise<Partial<Electron.WebPreferences>> {
  return palier.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const ask: unknown = contents && Reflect.get(contents, 'getLastWebPreferences')
    if (typeof ask !== 'function') throw new Error('this Electron does not tell its preferences')
    return { ...Reflect.apply(ask, contents, []) }
  })
}

function countPages(): Promise<number> {
  return palier.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
}

const shift = 8
const presses = [
  ['left', 0],
  ['middle', 0],
  ['left', shift],
] as const

/** As the hand does it: Playwright's own click waits for the navigation that never comes. */
async function press(button: 'left' | 'middle', modifiers: number): Promise<void> {
  const devtools = await palier.app.context().newCDPSession(palier.window)
  for (const type of ['mousePressed', 'mouseReleased'] as const) {
    await devtools.send('Input.dispatchMouseEvent', { type, button, modifiers, x: 305, y: 205, clickCount: 1 })
  }
  await palier.window.waitForTimeout(150)
}

async function dropFile(path: string): Promise<void> {
  const devtools = await palier.app.context().newCDPSession(palier.window)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }
  await palier.window.waitForTimeout(300)
}

async function tryToReach(url: string): Promise<string[]> {
  const event = (target: EventTarget, good: string) =>
    new Promise<string>((resolve) => {
      target.addEventListener(good, () => resolve('reached'))
      target.addEventListener('error', () => resolve('refused'))
    })
  const request = new XMLHttpRequest()
  const requested = event(request, 'load')
  request.open('GET', `${url}/request`)
  request.send()
  const image = new Image()
  const shown = event(image, 'load')
  image.src = `${url}/image`
  const opened = () => {
    const socket = new WebSocket(url.replace('http', 'ws'))
    return event(socket, 'open')
  }
  return [
    `fetch ${await fetch(`${url}/fetch`).then(
      () => 'reached',
      () => 'refused',
    )}`,
    `request ${await requested}`,
    `image ${await shown}`,
    `socket ${await Promise.resolve()
      .then(opened)
      .catch(() => 'refused')}`,
  ]
}

function globalsOfFrame(): Promise<string[]> {
  const frame = document.createElement('iframe')
  frame.srcdoc = '<p>inside</p>'
  document.body.append(frame)
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      const inside = frame.contentWindow ?? {}
      resolve(['process', 'require', 'module', 'Buffer'].map((name) => typeof Reflect.get(inside, name)))
      frame.remove()
    })
  })
}

function globalsOfWorker(): Promise<string[]> {
  const code = `postMessage([typeof process, typeof require, typeof module, typeof Buffer])`
  const worker = new Worker(URL.createObjectURL(new Blob([code])))
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data))
    worker.addEventListener('error', () => reject(new Error('the worker did not start')))
  })
}

/** What someone's stored text would try, once in the page. */
async function injectCode(): Promise<{ ran: string[]; evaluated: string; violations: string[] }> {
  const ran: string[] = []
  Reflect.set(globalThis, 'ran', ran)
  const inline = document.createElement('script')
  inline.textContent = 'ran.push("script")'
  const style = document.createElement('style')
  style.textContent = 'body { color: red }'
  document.body.append(inline, style)
  document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="ran.push(\'handler\')">')
  await new Promise((resolve) => setTimeout(resolve, 300))
  const evaluate = () => {
    try {
      return String(Reflect.get(globalThis, 'eval')('"ran"'))
    } catch {
      return 'refused'
    }
  }
  const evaluated = evaluate()
  const violations = (Reflect.get(globalThis, 'violations') ?? []) as string[]
  return { ran, evaluated, violations: [...new Set(violations)].filter((name) => name !== 'script-src').toSorted() }
}

function waitForPort(): Promise<string> {
  return new Promise((resolve) => {
    addEventListener('palier:port', (event) => (event as MessageEvent).ports.length === 1 && resolve('port'))
    setTimeout(() => resolve('no port'), 1000)
  })
}

function askForPort(): Promise<string> {
  return new Promise((resolve) => {
    addEventListener('palier:port', (event) => (event as MessageEvent).ports.length === 1 && resolve('port'))
    setTimeout(() => resolve('no port'), 1000)
    dispatchEvent(new Event('palier:port-wanted'))
  })
}
