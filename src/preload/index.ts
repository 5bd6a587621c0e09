import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Doorway, ShellEventName } from '../shared/shell.ts'
import { portGiven, portWanted, shellEventNames, shellNames } from '../shared/shell-names.ts'

// The doorway: calls and events by name from two frozen lists, and the port to the data process. It does not grow.
const doorway: Doorway = {
  shell: (name, input) => {
    if (!shellNames.includes(name)) throw new Error('no such call')
    return ipcRenderer.invoke('shell', name, input)
  },
  on: (name, listener) => {
    if (!shellEventNames.includes(name)) throw new Error('no such event')
    const forward = (_event: unknown, data: Parameters<typeof listener>[0]) => listener(data)
    ipcRenderer.on(name, forward)
    return () => {
      ipcRenderer.off(name, forward)
    }
  },
}
contextBridge.exposeInMainWorld('palier', doorway)

// A port cannot cross the bridge: it is handed to the page with an event of its own window. The first is asked for before
// the page can ask, so that it is there by then. The page asks by an event too: an event is heard at once, where a message
// would wait until the page is drawn.
let early: readonly MessagePort[] | null = null
let pageWaits = false
let asked = false

function askForPort(): void {
  if (!asked) ipcRenderer.send('port')
  asked = true
}

function give(ports: readonly MessagePort[]): void {
  window.dispatchEvent(new MessageEvent(portGiven, { ports: [...ports] }))
  early = null
  pageWaits = false
}

window.addEventListener(portWanted, () => {
  pageWaits = true
  if (early) give(early)
  else askForPort()
})
ipcRenderer.on('port', ({ ports }) => {
  asked = false
  if (pageWaits) give(ports)
  else early = ports
})
ipcRenderer.on('data-stopped' satisfies ShellEventName, () => (early = null)) // it led to the process that ended
if (location.origin !== 'null') askForPort() // an empty page has none

// Nor does a file: a hand that drops one says where it lies, which a page cannot say of a file it made itself.
window.addEventListener('drop', ({ isTrusted, dataTransfer }) => {
  const file = isTrusted ? dataTransfer?.files[0] : undefined
  if (file) ipcRenderer.send('dropped', webUtils.getPathForFile(file))
})
