import type { Doorway } from '../../src/shared/shell'

/** A window with a printer: what would come out on paper. Nothing else of the shell answers. */
export function printedOn(window: Window): Promise<string> {
  return new Promise((resolve) => {
    const shell: Doorway['shell'] = (name, input) => {
      if (name !== 'printHtml') return Promise.resolve({ ok: false, code: 'unexpected' })
      resolve((input as { html: string }).html)
      return Promise.resolve({ ok: true, value: { printed: true } as never })
    }
    Object.assign(window, { palier: { shell, on: () => () => undefined } satisfies Doorway })
  })
}
