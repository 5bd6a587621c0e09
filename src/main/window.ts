import { join } from 'node:path'
import { BrowserWindow, type Rectangle, nativeTheme, screen } from 'electron'
import type { WindowState } from '../shared/shell.ts'
import { developmentUrl } from './environment.ts'
import type { Memory } from './memory.ts'
import { pageUrl } from './pages.ts'

/** The canvas of each theme, so that nothing flashes before the page paints. */
const colours = {
  light: { canvas: '#f1efeb', symbols: '#595349' },
  dark: { canvas: '#141311', symbols: '#bdb8b1' },
} as const
const titleBarHeight = 40

/** Linux window managers draw no buttons on a bar of ours: there the page draws them (`WindowControls.tsx`). */
const ownControls = process.platform === 'linux'

export function createWindow(memory: Memory, onState: (state: WindowState) => void): BrowserWindow {
  const { bounds, maximised } = memory.read()
  const { canvas, symbols } = colours[theme()]
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...(bounds && isOnScreen(bounds) ? bounds : {}),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: canvas,
    title: 'Palier',
    frame: !ownControls,
    titleBarStyle: 'hidden',
    titleBarOverlay: ownControls ? false : { color: canvas, symbolColor: symbols, height: titleBarHeight },
    trafficLightPosition: { x: 14, y: 13 },
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheck', // the second start already reads compiled code
      devTools: developmentUrl !== null,
    },
  })
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  followState(window, memory, onState)
  followTheme(window)
  return window
}

export async function loadPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(developmentUrl ?? pageUrl)
  } catch (error) {
    const replaced = error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED'
    if (!replaced) throw error // otherwise another load of it took its place
  }
}

export function stateOf(window: BrowserWindow): WindowState {
  return { maximised: window.isMaximized(), fullScreen: window.isFullScreen() }
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function followState(window: BrowserWindow, memory: Memory, onState: (state: WindowState) => void): void {
  const tell = () => onState(stateOf(window))
  window.on('maximize', tell)
  window.on('unmaximize', tell)
  window.on('enter-full-screen', tell)
  window.on('leave-full-screen', tell)
  window.on('page-title-updated', (event) => event.preventDefault()) // the title names the space, not the page
  window.on('close', () => memory.keep({ bounds: window.getNormalBounds(), maximised: window.isMaximized() }))
}

function followTheme(window: BrowserWindow): void {
  const follow = () => {
    const { canvas, symbols } = colours[theme()]
    window.setBackgroundColor(canvas)
    if (process.platform === 'win32') window.setTitleBarOverlay({ color: canvas, symbolColor: symbols })
  }
  nativeTheme.on('updated', follow)
  window.once('closed', () => nativeTheme.off('updated', follow))
}

function theme(): 'light' | 'dark' {
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
}

/** A screen may have been unplugged since: enough of the title bar must be within reach. */
function isOnScreen({ x, y, width, height }: Rectangle): boolean {
  return screen
    .getAllDisplays()
    .some(
      ({ workArea }) =>
        x + width > workArea.x + 120 &&
        x < workArea.x + workArea.width - 120 &&
        y >= workArea.y &&
        y < workArea.y + workArea.height - titleBarHeight &&
        height >= 200,
    )
}
