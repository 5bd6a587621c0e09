import { type FileHandle, open, realpath } from 'node:fs/promises'
import { constants } from 'node:fs'
import { join } from 'node:path'
import { beginsAs, isOpenedFormat, signatureLength } from '../shared/rules/paper-signature.ts'

/** As the data process names a copy: chance, and what the paper is. */
const ourName = /^[0-9a-f]{24}\.([a-z]{3,4})$/

/**
 * The real path of a private copy that may be handed to another program, or null. The page names a path, and a page
 * may be taken over: nothing but a file that lies straight in the folder of copies, under a name of ours, is opened,
 * and only when its bytes are of the harmless kind its name says. What stands for another file is not followed.
 */
export async function copyToOpen(folder: string, path: string): Promise<string | null> {
  if (path.includes('\0')) return null
  const own = await realpath(folder).catch(() => null)
  if (own === null) return null
  // the whole path, letter for letter: it was answered to the page as it really is, and needs no reading
  const name = path.slice(own.length + 1)
  const format = ourName.exec(name)?.[1] ?? ''
  if (path !== join(own, name) || !isOpenedFormat(format)) return null
  const begin = await beginOf(path)
  return begin !== null && beginsAs(format, begin) ? path : null
}

/** The first bytes of a plain file; null for a link, a folder, a pipe, or what is not there. */
async function beginOf(path: string): Promise<Uint8Array | null> {
  let file: FileHandle | null = null
  try {
    if ((await realpath(path)) !== path) return null
    // a link put there since is refused by the system, a pipe does not make anyone wait; Windows knows neither flag and has none
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    if (!(await file.stat()).isFile()) return null
    const begin = new Uint8Array(signatureLength)
    const { bytesRead } = await file.read(begin, 0, signatureLength, 0)
    return begin.subarray(0, bytesRead)
  } catch {
    return null
  } finally {
    await file?.close()
  }
}
