import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

/** Where this install's spaces lie, the last opened first. It names folders, never people. */
const Entry = z.object({ folder: z.string(), lastOpenedAt: z.string().nullable(), memberId: z.string().nullable() })
export type KnownFolder = z.infer<typeof Entry>
const File = z.object({ spaces: z.array(Entry) })

export async function readKnownFolders(userData: string): Promise<readonly KnownFolder[]> {
  try {
    return File.parse(JSON.parse(await readFile(fileOf(userData), 'utf8'))).spaces
  } catch {
    return [] // missing or unreadable: the spaces themselves are untouched, and can be opened from their folder
  }
}

export async function rememberFolder(userData: string, entry: KnownFolder): Promise<void> {
  const others = (await readKnownFolders(userData)).filter(({ folder }) => folder !== entry.folder)
  const temporary = `${fileOf(userData)}.${randomBytes(4).toString('hex')}`
  await writeFile(temporary, `${JSON.stringify({ spaces: [entry, ...others] }, null, 2)}\n`, { mode: 0o600 })
  await rename(temporary, fileOf(userData))
}

function fileOf(userData: string): string {
  return join(userData, 'spaces.json')
}
