import * as z from 'zod'
import { query } from '../endpoint.ts'

/** A commune of the official list, with what the lists say of it. */
export const Commune = z.object({
  code: z.string(),
  name: z.string(),
  department: z.string(),
  postcodes: z.array(z.string()),
  ruralityClass: z.string().nullable(),
  population: z.number().nullable(),
  /** The name that was typed, when it is that of a commune since merged into this one. */
  formerName: z.string().nullable(),
})
export type Commune = z.infer<typeof Commune>
export const Qpv = z.object({ code: z.string(), name: z.string() })

export const reference = {
  communes: query(
    z.strictObject({ text: z.string().max(100), limit: z.number().int().max(50).default(12) }),
    z.array(Commune),
  ),
  /** Which commune a postcode and a typed city name: one, several to choose from, a CEDEX, or unknown. */
  resolveCommune: query(
    z.strictObject({ postcode: z.string().max(10), city: z.string().max(100) }),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('one'), commune: Commune }),
      z.object({ kind: z.literal('several'), communes: z.array(Commune) }),
      /** A business delivery code belongs to no commune: those of that name around it. */
      z.object({ kind: z.literal('cedex'), communes: z.array(Commune) }),
      z.object({ kind: z.literal('unknown') }),
    ]),
  ),
  /** The commune's QPVs, to propose; the list is incomplete, so none never means « out ». */
  qpvs: query(
    z.strictObject({ communeCode: z.string().max(5) }),
    z.object({ edition: z.string(), complete: z.boolean(), qpvs: z.array(Qpv) }),
  ),
}
