import * as z from 'zod'
import { ImportKind } from '../../../shared/features/imports'
import { ask, keyOf, queryClient } from '../../api'

/** An import that was begun and left: it can be taken up again. */
const Unfinished = z.object({ id: z.string(), fileName: z.string(), kind: ImportKind })
export type Unfinished = z.infer<typeof Unfinished>

export const unfinishedKey = 'imports/unfinished'
const mostKept = 5

/** What was kept may come from an older version: what cannot be read is as if absent. */
export function readUnfinished(data: unknown): readonly Unfinished[] {
  const read = z.array(Unfinished).safeParse(data)
  return read.success ? read.data : []
}

async function change(to: (before: readonly Unfinished[]) => readonly Unfinished[]): Promise<void> {
  const kept = await ask('drafts.get', { key: unfinishedKey })
  const next = to(readUnfinished(kept?.data))
  if (next.length === 0) await ask('drafts.discard', { key: unfinishedKey })
  else await ask('drafts.save', { key: unfinishedKey, data: next.slice(0, mostKept) })
  await queryClient.invalidateQueries({ queryKey: keyOf('drafts.get', { key: unfinishedKey }) })
}

export async function noteUnfinished({ id, fileName, kind }: Unfinished): Promise<void> {
  await change((before) => [{ id, fileName, kind }, ...before.filter((one) => one.id !== id)])
}

export async function forgetUnfinished(id: string): Promise<void> {
  await change((before) => before.filter((one) => one.id !== id))
}

const chosen = new Map<string, string>()

/** Where the file of an import lies, as long as the window lives: to read it again under another shape. */
export function rememberPath(id: string, path: string): void {
  chosen.set(id, path)
}

export function pathOf(id: string): string | null {
  return chosen.get(id) ?? null
}
