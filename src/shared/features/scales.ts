import * as z from 'zod'
import { Saved, command, query } from '../endpoint.ts'
import { scaleMoments, scaleRaters } from '../rules/coaching.ts'
import { IsoDate } from './people.ts'
import { Locale } from './space.ts'

const Label = z.string().trim().min(1).max(60)
const Score = z.number().int().min(0).max(10)

/** What is rated, from 0 to 10. One that is no longer asked stays on what was answered. */
export const ScaleTheme = z.object({
  id: z.string(),
  version: z.number().int(),
  label: z.string(),
  retired: z.boolean(),
  ratings: z.number().int(),
})
export type ScaleTheme = z.infer<typeof ScaleTheme>

export const ScaleRating = z.object({
  supportId: z.string(),
  themeId: z.string(),
  label: z.string(),
  moment: z.enum(scaleMoments),
  rater: z.enum(scaleRaters),
  score: Score,
  reviewedOn: z.string(),
  by: z.string().nullable(),
})
export type ScaleRating = z.infer<typeof ScaleRating>

export const scales = {
  /** In their order, those still asked first. */
  themes: query(z.strictObject({}), z.array(ScaleTheme)),
  /** A usual set of themes, for a space that has none. */
  seedThemes: command(z.strictObject({ locale: Locale }), z.array(ScaleTheme)),
  addTheme: command(z.strictObject({ label: Label }), z.array(ScaleTheme)),
  updateTheme: command(
    z.strictObject({
      id: z.string(),
      version: z.number().int(),
      fields: z.strictObject({ label: Label, retired: z.boolean() }).partial(),
    }),
    Saved(ScaleTheme),
  ),
  /** To another place among those still asked. */
  moveTheme: command(z.strictObject({ id: z.string(), position: z.number().int().min(0) }), z.array(ScaleTheme)),
  /** Of every spell of a person, in the order of the themes. */
  ofPerson: query(z.strictObject({ personId: z.string() }), z.array(ScaleRating)),
  /** All the answers of one rater at one moment; a null score takes an answer back. */
  rate: command(
    z.strictObject({
      supportId: z.string(),
      moment: z.enum(scaleMoments),
      rater: z.enum(scaleRaters),
      reviewedOn: IsoDate,
      scores: z
        .array(z.strictObject({ themeId: z.string(), score: Score.nullable() }))
        .min(1)
        .max(50),
    }),
    z.array(ScaleRating),
  ),
}
