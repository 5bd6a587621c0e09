import * as z from 'zod'
import { query } from '../endpoint.ts'

export const searchEntities = ['people', 'organisations', 'referrals', 'residences', 'programmes', 'cohorts'] as const

/** A record found, with the piece of text that answers: `snippet` marks what matched between U+0002 and U+0003. */
export const SearchHit = z.object({
  entity: z.enum(searchEntities),
  id: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  snippet: z.string().nullable(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const search = {
  /** Every word must be found, as a prefix, in names, notes, phones (any typed format), e-mails, numbers. */
  find: query(
    z.strictObject({
      text: z.string().max(200),
      entities: z.array(z.enum(searchEntities)).default([]),
      limit: z.number().int().min(1).max(50).default(20),
    }),
    z.array(SearchHit),
  ),
}
