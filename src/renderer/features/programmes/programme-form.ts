import * as z from 'zod'
import type { Programme, ProgrammeFields } from '../../../shared/features/programmes'
import { programmeKinds } from '../../../shared/rules/programmes'
import { filled } from '../../forms/place'

/** All that is said of a programme, as a form holds it. */
export const ProgrammeFormShape = z.object({
  kind: z.enum(programmeKinds),
  name: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  aim: z.string(),
  note: z.string(),
})
export type ProgrammeForm = z.infer<typeof ProgrammeFormShape>

export function programmeFormOf(programme: Programme | null): ProgrammeForm {
  return {
    kind: programme?.kind ?? 'accelerator',
    name: programme?.name ?? '',
    startsOn: programme?.startsOn ?? null,
    endsOn: programme?.endsOn ?? null,
    aim: programme?.aim ?? '',
    note: programme?.note ?? '',
  }
}

export function programmeFieldsOf(form: ProgrammeForm): ProgrammeFields {
  return { ...form, name: form.name.trim(), aim: filled(form.aim), note: filled(form.note) }
}

/** What keeps the form from being saved. */
export function programmeProblem({ name, startsOn, endsOn }: ProgrammeForm): 'name' | 'endsOn' | null {
  if (name.trim() === '') return 'name'
  return startsOn !== null && endsOn !== null && endsOn < startsOn ? 'endsOn' : null
}
