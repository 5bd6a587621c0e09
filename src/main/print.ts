import { randomUUID } from 'node:crypto'
import { BrowserWindow, type PrintToPDFOptions, type WebContents, session } from 'electron'

const documentUrl = 'app://document/'

/**
 * Lays a document out in a hidden window of its own, where no script runs and nothing is fetched: what people
 * wrote into it stays text on paper.
 */
async function withDocument<Result>(html: string, work: (window: BrowserWindow) => Promise<Result>): Promise<Result> {
  const apart = session.fromPartition(`document-${randomUUID()}`) // in memory, gone with the window
  apart.protocol.handle('app', ({ url }) =>
    url === documentUrl ? new Response(html, { headers: headers() }) : new Response(null, { status: 404 }),
  )
  apart.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== documentUrl }))
  apart.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  apart.setPermissionCheckHandler(() => false)
  apart.on('will-download', (event) => event.preventDefault())
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: apart,
      javascript: false,
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
      devTools: false,
    },
  })
  try {
    await window.loadURL(documentUrl)
    return await work(window)
  } finally {
    window.destroy()
  }
}

const page: PrintToPDFOptions = {
  pageSize: 'A4',
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
}

/** A page that ends while it is laid out is laid out once more, in a window anew. */
export async function pdfOf(html: string): Promise<Buffer> {
  const layOut = () => withDocument(html, ({ webContents }) => layOutApart(webContents))
  return layOut().catch(layOut)
}

/**
 * Electron lays out one document after the other, whatever their windows, and the first that fails makes all those
 * after it fail until the app is started anew. Here a failure is a value while it passes through that queue.
 */
async function layOutApart(contents: WebContents): Promise<Buffer> {
  const native: unknown = Reflect.get(contents, '_printToPDF')
  if (typeof native !== 'function') return contents.printToPDF(page)
  let failure: unknown = null
  const apart = Object.create(contents, {
    _printToPDF: {
      value: async (settings: unknown) => {
        try {
          return (await Reflect.apply(native, contents, [settings])) as unknown
        } catch (error) {
          failure = error
          return null
        }
      },
    },
  }) as WebContents
  const pdf = await contents.printToPDF.call(apart, page)
  if (failure !== null) throw failure
  return pdf
}

/** Shows the system's print dialog; answers whether it was sent to a printer. */
export function print(html: string): Promise<boolean> {
  return withDocument(
    html,
    (window) =>
      new Promise((resolve) => {
        window.webContents.print({ printBackground: true, pageSize: 'A4' }, (printed) => resolve(printed))
      }),
  )
}

function headers(): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`,
  }
}
