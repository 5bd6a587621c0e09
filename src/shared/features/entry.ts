import * as z from 'zod'
import { qpvStates } from '../rules/values.ts'

/** What was true of a person the day they were referred, or entered a programme: frozen then, for reports to count. */
export const Entry = z.object({
  on: z.string(),
  communeCode: z.string().nullable(),
  communeName: z.string().nullable(),
  qpvState: z.enum(qpvStates),
  qpvCode: z.string().nullable(),
  qpvEdition: z.string().nullable(),
  ruralityClass: z.string().nullable(),
  frrStatus: z.string().nullable(),
  status: z.string().nullable(),
  education: z.string().nullable(),
  age: z.number().nullable(),
})
export type Entry = z.infer<typeof Entry>
