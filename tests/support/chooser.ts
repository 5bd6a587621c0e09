import type { Doorway, ShellEvents } from '../../src/shared/shell'

interface Choices {
  /** What the dialogs to open and to save a file answer; null, or nothing, is a dialog closed. */
  readonly open?: string | null
  readonly save?: string | null
  /** Whether the system has a program for the copies of papers; it has. */
  readonly program?: boolean
}

/** A window whose file dialogs answer these paths; the files shown in their folder are given back. Nothing else answers. */
export function choosing(
  window: Window,
  { open = null, save = null, program = true }: Choices,
): {
  readonly shown: readonly string[]
  /** The pages that were made a PDF, and the links that were opened outside. */
  readonly printed: readonly string[]
  readonly opened: readonly string[]
  /** The copies that a program took. */
  readonly handed: readonly string[]
  /** What the shell says of a file that a hand dropped. */
  readonly tellDropped: (path: string) => void
} {
  const listeners = new Set<(event: ShellEvents['file-dropped']) => void>()
  const shown: string[] = []
  const printed: string[] = []
  const opened: string[] = []
  const handed: string[] = []
  const shell: Doorway['shell'] = (name, input) => {
    if (name === 'openFileDialog') return Promise.resolve({ ok: true, value: open as never })
    if (name === 'saveFileDialog') return Promise.resolve({ ok: true, value: save as never })
    if (name === 'savePdf') {
      printed.push((input as { html: string }).html)
      return Promise.resolve({ ok: true, value: save as never })
    }
    if (name === 'openExternal') {
      opened.push((input as { url: string }).url)
      return Promise.resolve({ ok: true, value: { opened: true } as never })
    }
    if (name === 'openCopy') {
      if (program) handed.push((input as { path: string }).path)
      return Promise.resolve({ ok: true, value: { opened: program } as never })
    }
    if (name !== 'showItemInFolder') return Promise.resolve({ ok: false, code: 'unexpected' })
    shown.push((input as { path: string }).path)
    return Promise.resolve({ ok: true, value: null as never })
  }
  const on: Doorway['on'] = (name, listener) => {
    // of this name, its listener takes this event: the compiler cannot follow it
    const heard = listener as (event: ShellEvents['file-dropped']) => void
    if (name === 'file-dropped') listeners.add(heard)
    return () => listeners.delete(heard)
  }
  Object.assign(window, { palier: { shell, on } satisfies Doorway })
  return { shown, printed, opened, handed, tellDropped: (path) => listeners.forEach((listener) => listener({ path })) }
}
