import { randomBytes } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type BrowserWindow,
  type OpenDialogOptions,
  type SaveDialogOptions,
  app,
  dialog,
  nativeTheme,
  shell,
} from 'electron'
import { AppError, isErrorCode } from '../shared/errors.ts'
import { copiesFolder } from '../shared/processes.ts'
import {
  type AppInfo,
  type ShellInput,
  type ShellName,
  type ShellOutput,
  type ShellReply,
  shellCalls,
} from '../shared/shell.ts'
import { copyText } from './clipboard.ts'
import { copyToOpen } from './copies.ts'
import type { DataProcess } from './data-process.ts'
import { linkOf } from './links.ts'
import type { Log } from './log.ts'
import type { Memory } from './memory.ts'
import { oneDialog } from './one-dialog.ts'
import { grantedPaths } from './paths.ts'
import { pdfOf, print } from './print.ts'
import { stateOf } from './window.ts'
import { type Locale, words } from './words.ts'

export interface ShellOptions {
  readonly window: BrowserWindow
  readonly memory: Memory
  readonly data: DataProcess
  readonly log: Log
  readonly userData: string
  readonly onLocale: (locale: Locale) => void
  readonly zoom: (to: ShellInput<'zoom'>['to']) => number
}

type Handlers = {
  readonly [Name in ShellName]: (input: ShellInput<Name>) => ShellOutput<Name> | Promise<ShellOutput<Name>>
}

/** Answers `src/shared/shell.ts`. The sender was checked before; here each input is parsed before it is believed. */
export function createShell(options: ShellOptions): (name: unknown, input: unknown) => Promise<ShellReply<unknown>> {
  const handlers = handlersOf(options)
  return async (name, input) => {
    if (!isShellName(name)) return refused(options.log)
    return answer(name, handlers, input, options.log)
  }
}

async function answer<Name extends ShellName>(
  name: Name,
  handlers: Handlers,
  input: unknown,
  log: Log,
): Promise<ShellReply<ShellOutput<Name>>> {
  const parsed = shellCalls[name].input.safeParse(input)
  if (!parsed.success) return refused(log)
  try {
    // the schema of this name gave this input: the compiler cannot follow it through the table
    return { ok: true, value: await handlers[name](parsed.data as ShellInput<Name>) }
  } catch (error) {
    log('call-failed')
    return { ok: false, code: codeOf(error) }
  }
}

function handlersOf({ window, memory, data, userData, onLocale, zoom }: ShellOptions): Handlers {
  const paths = grantedPaths(userData)
  const ask = oneDialog()

  async function choosePath(options: SaveDialogOptions): Promise<string | null> {
    const chosen = await ask(() => dialog.showSaveDialog(window, options))
    return chosen?.filePath ? paths.grant(chosen.filePath) : null
  }

  async function chooseExisting(options: OpenDialogOptions): Promise<string | null> {
    const chosen = await ask(() => dialog.showOpenDialog(window, options))
    const path = chosen?.filePaths[0]
    return path ? paths.grant(path) : null
  }

  function choosePdfPath(title: string): Promise<string | null> {
    return choosePath({
      defaultPath: `${title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.pdf`,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    })
  }

  return {
    openFileDialog: ({ filters }) => chooseExisting({ properties: ['openFile'], filters }),
    saveFileDialog: ({ defaultName, filters }) => choosePath({ defaultPath: defaultName, filters }),
    chooseFolder: () => chooseExisting({ properties: ['openDirectory', 'createDirectory'] }),
    async showItemInFolder({ path }) {
      const real = await paths.showable(path)
      if (real === null) throw new AppError('notFound')
      shell.showItemInFolder(real)
      return null
    },
    async openCopy({ path }) {
      const copy = await copyToOpen(join(userData, copiesFolder), path)
      if (copy === null) throw new AppError('notFound')
      return { opened: (await shell.openPath(copy)) === '' }
    },
    async printHtml({ html }) {
      return { printed: await print(html) }
    },
    async savePdf({ html, title, path }) {
      if (path !== null && !paths.wasChosen(path)) throw new AppError('invalid')
      const target = path ?? (await choosePdfPath(title))
      if (target !== null) await writeWhole(target, await pdfOf(html))
      return target
    },
    async openExternal({ url }) {
      const link = linkOf(url)
      if (link === null) throw new AppError('invalid')
      if ((await ask(() => confirmLink(window, link, memory.read().locale))) !== true) return { opened: false }
      await shell.openExternal(link)
      return { opened: true }
    },
    async copyText({ text, personal }) {
      await copyText(text, personal)
      return null
    },
    windowControls({ action }) {
      if (action === 'minimise') window.minimize()
      else if (action === 'close') window.close()
      else if (window.isMaximized()) window.unmaximize()
      else window.maximize()
      return null
    },
    setTheme({ theme }) {
      memory.keep({ theme })
      nativeTheme.themeSource = theme
      return null
    },
    setLocale({ locale }) {
      memory.keep({ locale })
      onLocale(locale)
      return null
    },
    zoom: ({ to }) => ({ percent: Math.round(zoom(to) * 100) }),
    appInfo: () => appInfo(window, memory, data),
    restartData() {
      data.retry()
      return null
    },
  }
}

/** The whole target is shown before anything opens: what a note calls a link may lead anywhere. */
async function confirmLink(window: BrowserWindow, link: string, locale: Locale): Promise<boolean> {
  const { question, open, leave } = words[locale].link
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: question,
    detail: link,
    buttons: [open, leave],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

/** A file that is there under its name is whole. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    await writeFile(unfinished, bytes, { flush: true })
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

function appInfo(window: BrowserWindow, memory: Memory, data: DataProcess): AppInfo {
  const { locale, theme } = memory.read()
  const { electron, chrome, node } = process.versions
  const platform = process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'mac' : 'linux'
  const version = app.getVersion()
  return {
    version,
    electron,
    chrome,
    node,
    platform,
    locale,
    theme,
    window: stateOf(window),
    data: data.state(),
  }
}

function isShellName(name: unknown): name is ShellName {
  return typeof name === 'string' && Object.hasOwn(shellCalls, name)
}

function refused(log: Log): ShellReply<never> {
  log('call-refused')
  return { ok: false, code: 'invalid' }
}

function codeOf(error: unknown): AppError['code'] {
  if (error instanceof AppError) return error.code
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull'
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'readOnly'
  return isErrorCode(code) ? code : 'unexpected'
}
