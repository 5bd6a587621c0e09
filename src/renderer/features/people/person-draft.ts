import * as z from 'zod'
import {
  bestTimes,
  civilities,
  contactPointKinds,
  contactPreferences,
  educationLevels,
  genders,
  personStatuses,
  projectStages,
  qpvHows,
  qpvStates,
} from '../../../shared/rules/values'
import { readDraft } from '../../drafts'
import type { PersonForm } from './person-form'

const Option = z.object({ id: z.string(), label: z.string() })
/** The shape of what is half filled: it may come from another version. */
export const PersonFormShape = z.object({
  civility: z.enum(civilities).nullable(),
  firstName: z.string(),
  lastName: z.string(),
  birthName: z.string(),
  birthDate: z.string().nullable(),
  birthYear: z.string(),
  gender: z.enum(genders).nullable(),
  points: z.array(
    z.object({
      key: z.string(),
      id: z.string().nullable(),
      kind: z.enum(contactPointKinds),
      value: z.string(),
      label: z.string().nullable(),
      preferred: z.boolean(),
    }),
  ),
  address: z.object({
    address: z.string(),
    postcode: z.string(),
    city: z.string(),
    commune: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
  addressExtra: z.string(),
  qpv: z.object({
    qpvState: z.enum(qpvStates),
    qpvCode: z.string().nullable(),
    qpvHow: z.enum(qpvHows).nullable(),
  }),
  landlord: Option.nullable(),
  residence: Option.nullable(),
  contactPreference: z.enum(contactPreferences).nullable(),
  bestTimes: z.array(z.enum(bestTimes)),
  languageHelp: z.boolean(),
  status: z.enum(personStatuses).nullable(),
  education: z.enum(educationLevels).nullable(),
  project: z.string(),
  projectStage: z.enum(projectStages).nullable(),
  tags: z.array(z.string()),
  note: z.string(),
})

/** What was half filled, if it still has the shape of this form and was made from the same version of the record. */
export async function readPersonDraft(
  key: string,
  version: number | null,
): Promise<{ readonly form: PersonForm; readonly savedAt: string } | null> {
  const kept = await readDraft(key).catch(() => null) // a draft that cannot be read is an empty form
  const read = z.object({ version: z.literal(version), form: PersonFormShape }).safeParse(kept?.data)
  return kept && read.success ? { form: read.data.form, savedAt: kept.savedAt } : null
}
