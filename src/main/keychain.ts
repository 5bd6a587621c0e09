import { safeStorage } from 'electron'
import { AppError } from '../shared/errors.ts'

/** `renewed`: the keychain changed its own key since, and this is what to keep from now on. */
export interface FromKeychain {
  readonly bytes: Uint8Array
  readonly renewed: Uint8Array | null
}

/**
 * The operating system's keychain. It wraps a key that opens one slot of a space, never the key of a file.
 * Where it would only pretend (no keyring on Linux), it refuses.
 */
export async function useKeychain(op: 'wrap' | 'unwrap', bytes: Uint8Array): Promise<FromKeychain> {
  if (bytes.length > 4096 || !(await isAvailable())) throw new AppError('keychainUnavailable')
  try {
    return op === 'wrap' ? { bytes: await wrap(bytes), renewed: null } : await unwrap(bytes)
  } catch (cause) {
    throw new AppError('keychainUnavailable', {}, { cause })
  }
}

/** The keychain's older, synchronous calls serve the runtimes that have no other. */
const isAsync = 'encryptStringAsync' in safeStorage

async function isAvailable(): Promise<boolean> {
  if (process.platform === 'linux' && !realBackends.includes(safeStorage.getSelectedStorageBackend())) return false
  return isAsync ? safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable()
}

const realBackends: readonly string[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']

async function wrap(bytes: Uint8Array): Promise<Uint8Array> {
  const text = Buffer.from(bytes).toString('base64')
  return isAsync ? safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text)
}

async function unwrap(wrapped: Uint8Array): Promise<FromKeychain> {
  if (!isAsync) return { bytes: bytesOf(safeStorage.decryptString(Buffer.from(wrapped))), renewed: null }
  const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(wrapped))
  return { bytes: bytesOf(result), renewed: shouldReEncrypt ? await wrap(bytesOf(result)) : null }
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'base64')
}
