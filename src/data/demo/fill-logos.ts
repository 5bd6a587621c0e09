import { join } from 'node:path'
import { keepBytes, readPaper } from '../features/document-bytes.ts'
import { type NewLogo, setLogo } from '../features/logos.ts'
import type { OpenDatabase } from '../open-database.ts'

/** Drawn for the demo space; some partners have none, and stand by their names. */
const drawn = [
  ['Les Passerelles', 'les-passerelles.png'],
  ['Préfecture, politique de la ville', 'politique-de-la-ville.png'],
  ['Région, direction de l’entrepreneuriat', 'region.png'],
  ['Département, service insertion', 'departement.png'],
  ['Fondation Kerlann', 'fondation-kerlann.png'],
  ['Tiers-lieu La Grue', 'la-grue.png'],
  ['Numérique Accessible', 'numerique-accessible.png'],
] as const

/** The logos of who organises, pays for and takes part in the programmes of the demo space. */
export async function fillLogos(database: OpenDatabase): Promise<void> {
  const { db, now, resources } = database.read()
  const logos: NewLogo[] = []
  for (const [name, fileName] of drawn) {
    const logo = await readPaper(join(resources, 'demo/logos', fileName))
    const { id: organisationId } = await db
      .selectFrom('organisations')
      .select('id')
      .where('name', '=', name)
      .where('deletedAt', 'is', null)
      .executeTakeFirstOrThrow()
    logos.push({ organisationId, fileName, logo })
  }
  await database.staging(async (staging) => {
    for (const { logo } of logos) await keepBytes(staging, logo.sha256, logo.bytes, now().toISOString())
  })
  await database.command('space.demo', async (tx) => {
    for (const logo of logos) await setLogo(tx, logo)
  })
}
