import type { ErrorCode } from './errors.ts'

/** In the user's data: the private copies of papers, which the data process writes and the shell opens. */
export const copiesFolder = 'copies'

/** What main tells the data process once, before anything else. */
export interface DataConfig {
  readonly userData: string
  /** The folder that holds `reference/`. */
  readonly resources: string
  /** Another build of the database addon, for a runtime the published one does not fit; null for users. */
  readonly nativeBinding: string | null
  readonly locale: 'fr' | 'en'
  readonly appVersion: string
  /** It follows a process that was ended to lock: nothing is opened before someone asks. */
  readonly afterLock: boolean
  /** Names this device; outside every space, so that a copied space is another device. */
  readonly deviceFile: string
  /** The script of the worker that checks a backup, which the build names. */
  readonly verifyWorker: string
}

/** From main to the data process. */
export type ToData =
  | { readonly type: 'start'; readonly config: DataConfig }
  /** Comes with the port of a window. */
  | { readonly type: 'port' }
  /** Comes with the port of the reader that was asked for. */
  | { readonly type: 'reader'; readonly id: number }
  /** The reader could not be started, or was stopped for its time or its memory. */
  | { readonly type: 'reader-failed'; readonly id: number; readonly code: ErrorCode }
  /** `renewed`: what to keep instead of what was sent, when the keychain changed its own key since. */
  | { readonly type: 'keychain'; readonly id: number; readonly bytes: Uint8Array; readonly renewed: Uint8Array | null }
  | { readonly type: 'keychain-failed'; readonly id: number; readonly code: ErrorCode }
  /** The app quits: close the space and exit. It is ended after a short while in any case. */
  | { readonly type: 'stop' }

/** From the data process to main. */
export type FromData =
  /** `compiled`: it runs the code that was compiled when the application was built. */
  | { readonly type: 'ready'; readonly compiled: boolean }
  | {
      readonly type: 'state'
      readonly state: 'none' | 'locked' | 'open'
      readonly name: string
      readonly demo: boolean
      readonly lockAfterMinutes: number
    }
  /** The space is locked and its key zeroed: this process, and the page with what it showed, must end. */
  | { readonly type: 'end-after-lock' }
  | { readonly type: 'reader'; readonly id: number }
  | { readonly type: 'reader-stop'; readonly id: number }
  | { readonly type: 'keychain'; readonly id: number; readonly op: 'wrap' | 'unwrap'; readonly bytes: Uint8Array }
