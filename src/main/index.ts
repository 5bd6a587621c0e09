import { join } from 'node:path'
import { type BrowserWindow, Menu, MessageChannelMain, app, ipcMain, nativeTheme, protocol, session } from 'electron'
import type { FromData } from '../shared/processes.ts'
import type { ShellEventName, ShellEvents, ShellInput } from '../shared/shell.ts'
import { forgetPersonalText } from './clipboard.ts'
import { forbidDumps } from './children.ts'
import { type DataProcess, startDataProcess } from './data-process.ts'
import { pageFlags } from './engine-flags.ts'
import { chosenUserData, developmentUrl, forgetDebuggingSwitches, nativeBinding, resources } from './environment.ts'
import { rememberGraphics } from './graphics.ts'
import { followKeptCode } from './kept-code.ts'
import { useKeychain } from './keychain.ts'
import { type Lock, createLock } from './lock.ts'
import { type Log, createLog } from './log.ts'
import { openMemory } from './memory.ts'
import { setMenus } from './menu.ts'
import { pageUrl, servePages } from './pages.ts'
import { type Readers, createReaders } from './reader-process.ts'
import { guardEveryPage, guardSession } from './security.ts'
import { isOurPage } from './sender.ts'
import { createWindow, focusWindow, loadPage } from './window.ts'

// Before anything is ready: where the files lie, one instance for them, and what the processes may do.
if (chosenUserData !== null) app.setPath('userData', chosenUserData)
forgetDebuggingSwitches()
// as root Chromium has no sandbox to offer, and one asked for all the same only makes its processes die
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])
Menu.setApplicationMenu(null)

app.commandLine.appendSwitch('js-flags', pageFlags)

const memory = openMemory(app.getPath('userData'))
const followCode = followKeptCode(memory, () => session.defaultSession.clearCodeCaches({ urls: [] }))
const keepGraphics = rememberGraphics(memory, app, { now: Date.now(), runtime: process.versions.electron })

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

function start(): void {
  const userData = app.getPath('userData')
  const log = createLog(join(userData, 'logs'))
  log('started')

  // The data process first of all: what the page shows waits for it longest.
  let page: Page | null = null
  const readers = createReaders(log, (id) => data.post({ type: 'reader-failed', id, code: 'readerStopped' }))
  const data = startDataProcess({
    config: {
      userData,
      resources,
      nativeBinding,
      locale: memory.read().locale,
      appVersion: app.getVersion(),
      deviceFile: join(userData, 'device.json'),
    },
    log,
    onMessage: (message) => answerData(message, data, readers, page),
    onStopped: (final) => {
      readers.stopAll()
      page?.tell('data-stopped', { final })
    },
    onRestarted: () => page?.tell('data-restarted', {}),
  })

  nativeTheme.themeSource = memory.read().theme
  guardEveryPage()
  guardSession(session.defaultSession)
  const serve = servePages(join(import.meta.dirname, '../renderer'))
  protocol.registerBufferProtocol('app', (request, answer) => void serve(request).then(answer))
  page = openPage({ data, log, userData })
  const { window } = page
  window.on('close', keepGraphics)

  app.on('second-instance', () => focusWindow(window))
  app.on('activate', () => focusWindow(window))
  app.on('window-all-closed', () => app.quit())
  endWithData(data, readers)
  void forbidDumps(process.pid)
}

interface Page {
  readonly window: BrowserWindow
  readonly lock: Lock
  readonly tell: <Name extends ShellEventName>(name: Name, event: ShellEvents[Name]) => void
}

interface PageOptions {
  readonly data: DataProcess
  readonly log: Log
  readonly userData: string
}

/** Once the page is there it still draws its rows, in milliseconds: what they do not need is done after. */
const aMoment = 800

/** The window, what it may ask, and what it is told. */
function openPage({ data, log, userData }: PageOptions): Page {
  const tell: Page['tell'] = (name, event) => {
    if (!window.isDestroyed()) window.webContents.send(name, event)
  }
  const window = createWindow(memory, (state) => tell('window', state))
  const { webContents } = window
  const lock = createLock({ window, data, log, tell: (reason) => tell('lock', { reason }) })

  const zoom = (to: ShellInput<'zoom'>['to']) => {
    const factor = to === 'reset' ? 1 : clamp(webContents.getZoomFactor() + (to === 'in' ? 0.1 : -0.1))
    webContents.setZoomFactor(factor)
    memory.keep({ zoom: factor })
    return factor
  }
  const menus = () => setMenus(memory.read().locale, { lock: () => lock.ask('menu'), zoom })

  // Loaded with the first call, when the page is there already. Nothing is answered to another sender.
  const loadShell = async () =>
    (await import('./shell.ts')).createShell({ window, memory, data, log, userData, onLocale: menus, zoom })
  let shell: ReturnType<typeof loadShell> | null = null
  ipcMain.handle('shell', async (event, name: unknown, input: unknown) => {
    if (isOurPage(event, ours())) return (await (shell ??= loadShell()))(name, input)
    log('call-refused')
    throw new Error('refused')
  })
  ipcMain.on('port', (event) => {
    if (!isOurPage(event, ours())) return log('call-refused')
    const { port1, port2 } = new MessageChannelMain()
    data.post({ type: 'port' }, port1)
    webContents.postMessage('port', null, [port2])
  })
  ipcMain.on('dropped', (event, path: unknown) => {
    if (!isOurPage(event, ours()) || !isPath(path)) return log('call-refused')
    tell('file-dropped', { path })
  })
  const ours = () => (window.isDestroyed() ? null : { contents: webContents, url: developmentUrl ?? pageUrl })

  webContents.on('did-finish-load', () => webContents.setZoomFactor(memory.read().zoom))
  webContents.on('render-process-gone', (_event, { exitCode }) => {
    log('page-ended', { exitCode })
    void loadPage(window)
  })
  webContents.once('did-finish-load', () => setTimeout(menus, aMoment))
  void loadPage(window)
  return { window, lock, tell }
}

/** A file that the page made itself has none. */
function isPath(path: unknown): path is string {
  return typeof path === 'string' && path !== '' && path.length <= 4096 && !path.includes('\0')
}

function answerData(message: FromData, data: DataProcess, readers: Readers, page: Page | null): void {
  switch (message.type) {
    case 'ready':
      return
    case 'state':
      page?.lock.follow(message)
      followCode(message.demo)
      page?.window.setTitle(message.state === 'none' ? 'Palier' : `${message.name} · Palier`)
      return
    case 'end-after-lock':
      void page?.lock.finish()
      return
    case 'reader':
      data.post({ type: 'reader', id: message.id }, readers.start(message.id))
      return
    case 'reader-stop':
      readers.stop(message.id)
      return
    case 'keychain':
      void answerKeychain(message, data)
      return
  }
}

async function answerKeychain(
  { id, op, bytes }: Extract<FromData, { type: 'keychain' }>,
  data: DataProcess,
): Promise<void> {
  try {
    data.post({ type: 'keychain', id, ...(await useKeychain(op, bytes)) })
  } catch {
    data.post({ type: 'keychain-failed', id, code: 'keychainUnavailable' })
  }
}

/** The space is closed before the app goes. */
function endWithData(data: DataProcess, readers: Readers): void {
  let ended = false
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    readers.stopAll()
    void Promise.all([data.stop(), forgetPersonalText()]).finally(() => {
      ended = true
      setImmediate(() => app.quit()) // not within this event, where it would be dropped
    })
  })
}

function clamp(factor: number): number {
  return Math.min(2, Math.max(0.5, Math.round(factor * 10) / 10))
}
