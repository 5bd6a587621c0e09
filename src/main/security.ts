import { type Session, app } from 'electron'
import { developmentUrl } from './environment.ts'

/** Every page of every window, whoever makes it, stays where it is and opens nothing. */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (event.url !== developmentUrl) event.preventDefault() // the development server reloads its page
    })
    contents.on('will-redirect', (event) => event.preventDefault())
  })
}

/** The page is granted nothing, fetches nothing from outside, and downloads nothing. */
export function guardSession(session: Session): void {
  session.setSpellCheckerEnabled(false) // its dictionaries come from the network
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest({ urls: outside }, ({ url }, answer) =>
    answer({ cancel: developmentUrl === null || !isDevelopmentServer(url, developmentUrl) }),
  )
}

const outside = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*']

function isDevelopmentServer(url: string, server: string): boolean {
  return new URL(url).host === new URL(server).host
}
