import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

/** Where this install's spaces lie, the last opened first. It names folders, never people. */
const Entry = z.object({ folder: z.string(), lastOpenedAt: z.string().nullable(), memberId: z.string().nullable() })
type KnownFolder = z.infer<typeof Entry>
const File = z.object({ spaces: z.array(Entry) })

export interface KnownFolders {
  readonly all: () => Promise<readonly KnownFolder[]>
  /** Put first, at once; resolved when it is on the disk. */
  readonly remember: (entry: KnownFolder) => Promise<void>
  /** Whatever was to be remembered is on the disk, or could not be. */
  readonly written: () => Promise<unknown>
}

/** Read once: nobody else writes that file. */
export function knownFolders(userData: string): KnownFolders {
  const path = join(userData, 'spaces.json')
  let spaces: Promise<readonly KnownFolder[]> | null = null
  let writing: Promise<unknown> = Promise.resolve()
  const all = () => (spaces ??= read(path))
  return {
    all,
    remember(entry) {
      const next = all().then((before) => [entry, ...before.filter(({ folder }) => folder !== entry.folder)])
      spaces = next
      const written = writing.then(async () => write(path, await next))
      writing = written.catch(() => undefined)
      return written
    },
    written: () => writing,
  }
}

async function read(path: string): Promise<readonly KnownFolder[]> {
  try {
    return File.parse(JSON.parse(await readFile(path, 'utf8'))).spaces
  } catch {
    return [] // missing or unreadable: the spaces themselves are untouched, and can be opened from their folder
  }
}

async function write(path: string, spaces: readonly KnownFolder[]): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}`
  await writeFile(temporary, `${JSON.stringify({ spaces }, null, 2)}\n`, { mode: 0o600 })
  await rename(temporary, path)
}
