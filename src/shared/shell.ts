import * as z from 'zod'
import type { ErrorCode } from './errors.ts'

/**
 * The second, small contract: what the window's process offers to the page. It knows no business word;
 * all that concerns the data goes over the port.
 */
interface ShellCall<Input, Output> {
  readonly input: z.ZodType<Input>
  /** Only in the types. */
  readonly '~output'?: Output
}

function call<Output>() {
  return <Input>(input: z.ZodType<Input>): ShellCall<Input, Output> => ({ input })
}

const withoutNul = (text: string) => !text.includes('\0')
const Path = z.string().min(1).max(4096).refine(withoutNul)
const FileName = z
  .string()
  .min(1)
  .max(180)
  .refine((name) => withoutNul(name) && !/[\\/]/.test(name))
const Filters = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(80),
      extensions: z
        .array(z.string().regex(/^[a-z0-9]{1,8}$/))
        .min(1)
        .max(10),
    }),
  )
  .max(10)
/**
 * A whole document, as text: no script runs in it and nothing it names is fetched. The longest are those that carry
 * a dozen logos.
 */
const Html = z.string().max(20_000_000)
const Title = z.string().min(1).max(180)
const Nothing = z.strictObject({})

export const shellCalls = {
  /** Answers the path chosen, or null. */
  openFileDialog: call<string | null>()(z.strictObject({ filters: Filters })),
  saveFileDialog: call<string | null>()(z.strictObject({ defaultName: FileName, filters: Filters })),
  chooseFolder: call<string | null>()(Nothing),
  /** Only what was chosen in a dialog since the start, or lies in the app's own folder. */
  showItemInFolder: call<null>()(z.strictObject({ path: Path })),
  /**
   * Hands a private copy of a paper to the program the system has for it. Only a plain file of our own folder of
   * copies, of a harmless kind by its name and by its bytes; `opened` false: no program took it.
   */
  openCopy: call<{ readonly opened: boolean }>()(z.strictObject({ path: Path })),
  printHtml: call<{ readonly printed: boolean }>()(z.strictObject({ html: Html, title: Title })),
  /** Into the path a dialog gave; null asks for one. Answers where it was written, or null. */
  savePdf: call<string | null>()(z.strictObject({ html: Html, title: Title, path: Path.nullable() })),
  /** Shows the target and asks, then opens it outside. */
  openExternal: call<{ readonly opened: boolean }>()(z.strictObject({ url: z.string().min(1).max(2048) })),
  /** Personal text leaves the clipboard after a minute, if it is still there. */
  copyText: call<null>()(z.strictObject({ text: z.string().max(200_000), personal: z.boolean() })),
  windowControls: call<null>()(z.strictObject({ action: z.enum(['minimise', 'maximise', 'close']) })),
  setTheme: call<null>()(z.strictObject({ theme: z.enum(['system', 'light', 'dark']) })),
  setLocale: call<null>()(z.strictObject({ locale: z.enum(['fr', 'en']) })),
  zoom: call<{ readonly percent: number }>()(z.strictObject({ to: z.enum(['in', 'out', 'reset']) })),
  appInfo: call<AppInfo>()(Nothing),
  /** After the data process was given up: one more try, at the user's word. */
  restartData: call<null>()(Nothing),
} as const

type Calls = typeof shellCalls
export type ShellName = keyof Calls
export type ShellInput<Name extends ShellName> =
  Calls[Name] extends ShellCall<infer Input, infer _Output> ? Input : never
export type ShellOutput<Name extends ShellName> =
  Calls[Name] extends ShellCall<infer _Input, infer Output> ? Output : never

export interface AppInfo {
  readonly version: string
  readonly electron: string
  readonly chrome: string
  readonly node: string
  readonly platform: 'windows' | 'mac' | 'linux'
  readonly locale: 'fr' | 'en'
  readonly theme: 'system' | 'light' | 'dark'
  readonly window: WindowState
  readonly data: 'running' | 'restarting' | 'stopped'
}
export interface WindowState {
  readonly maximised: boolean
  readonly fullScreen: boolean
}

/** What the shell announces. */
export interface ShellEvents {
  /** `final`: it died twice in a minute and is left stopped until `restartData`. */
  readonly 'data-stopped': { readonly final: boolean }
  /** A new process answers: ask for its port. */
  readonly 'data-restarted': Record<never, never>
  /** Save the drafts, then lock the space: the process that holds the key is ended soon in any case. */
  readonly lock: { readonly reason: LockReason }
  readonly window: WindowState
  /** A hand dropped a file on the window; the page knows whether it was on a place for one. */
  readonly 'file-dropped': { readonly path: string }
}
export type LockReason = 'idle' | 'sleep' | 'screen' | 'user' | 'menu'
export type ShellEventName = keyof ShellEvents

/** An answer crosses as a value: an error leaves as a code, without what it was about. */
export type ShellReply<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly code: ErrorCode }

/** What the page finds at `window.palier`. */
export interface Doorway {
  readonly shell: <Name extends ShellName>(
    name: Name,
    input: ShellInput<Name>,
  ) => Promise<ShellReply<ShellOutput<Name>>>
  /** Answers how to stop listening. */
  readonly on: <Name extends ShellEventName>(name: Name, listener: (event: ShellEvents[Name]) => void) => () => void
}
