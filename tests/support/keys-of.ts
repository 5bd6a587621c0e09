import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEnvelope } from '../../src/data/space/envelope.ts'
import { fileKeyOf, openSlots } from '../../src/data/space/keys.ts'

/** The keys of a space, as whoever knows its passphrase can work them out. */
export async function keysOf(
  folder: string,
  passphrase: string,
): Promise<{ readonly spaceKey: Buffer; readonly fileKey: Buffer }> {
  const envelope = parseEnvelope(await readFile(join(folder, 'space.json'), 'utf8'), Number.MAX_SAFE_INTEGER)
  const spaceKey = await openSlots(envelope.spaceId, envelope.slots, { kind: 'passphrase', passphrase })
  return { spaceKey, fileKey: fileKeyOf(spaceKey, envelope.fileId) }
}
