import type { Doorway } from '../../src/shared/shell'

interface Choices {
  /** What the dialogs to open and to save a file answer; null, or nothing, is a dialog closed. */
  readonly open?: string | null
  readonly save?: string | null
}

/** A window whose file dialogs answer these paths; the files shown in their folder are given back. Nothing else answers. */
export function choosing(window: Window, { open = null, save = null }: Choices): { readonly shown: readonly string[] } {
  const shown: string[] = []
  const shell: Doorway['shell'] = (name, input) => {
    if (name === 'openFileDialog') return Promise.resolve({ ok: true, value: open as never })
    if (name === 'saveFileDialog') return Promise.resolve({ ok: true, value: save as never })
    if (name !== 'showItemInFolder') return Promise.resolve({ ok: false, code: 'unexpected' })
    shown.push((input as { path: string }).path)
    return Promise.resolve({ ok: true, value: null as never })
  }
  Object.assign(window, { palier: { shell, on: () => () => undefined } satisfies Doorway })
  return { shown }
}
