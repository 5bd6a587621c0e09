import * as z from 'zod'
import type { Referral, ReferralFields } from '../../../shared/features/referrals'
import { bestTimes, contactPreferences, needs, projectStages, referralMotives } from '../../../shared/rules/values'

const Option = z.object({ id: z.string(), label: z.string() })

/** What is said of a referral, as it is typed: a new one, or one that is changed. */
export const Said = z.object({
  landlord: Option.nullable(),
  residence: Option.nullable(),
  agency: z.string(),
  officerName: z.string(),
  officerEmail: z.string(),
  officerPhone: z.string(),
  motive: z.enum(referralMotives),
  project: z.string(),
  projectStage: z.enum(projectStages).nullable(),
  goal: z.string(),
  needs: z.array(z.enum(needs)).readonly(),
  note: z.string(),
  contactPreference: z.enum(contactPreferences).nullable(),
  bestTimes: z.array(z.enum(bestTimes)).readonly(),
  languageHelp: z.boolean(),
})
export type Said = z.infer<typeof Said>

export const nothingSaid: Said = {
  landlord: null,
  residence: null,
  agency: '',
  officerName: '',
  officerEmail: '',
  officerPhone: '',
  motive: 'businessCreation',
  project: '',
  projectStage: null,
  goal: '',
  needs: [],
  note: '',
  contactPreference: null,
  bestTimes: [],
  languageHelp: false,
}

export function saidOf(referral: Referral): Said {
  const { landlordId, landlordName, residenceId, residenceName } = referral
  const { motive, projectStage, needs: wanted, contactPreference, bestTimes: times, languageHelp } = referral
  return {
    landlord: landlordId === null ? null : { id: landlordId, label: landlordName ?? '' },
    residence: residenceId === null ? null : { id: residenceId, label: residenceName ?? '' },
    agency: referral.agency ?? '',
    officerName: referral.officerName ?? '',
    officerEmail: referral.officerEmail ?? '',
    officerPhone: referral.officerPhone ?? '',
    project: referral.project ?? '',
    goal: referral.goal ?? '',
    note: referral.note ?? '',
    motive,
    projectStage,
    needs: wanted,
    contactPreference,
    bestTimes: times,
    languageHelp,
  }
}

type SaidFields = Omit<ReferralFields, 'assignedToId'>

export function fieldsOf(said: Said): SaidFields {
  const text = (typed: string) => (typed.trim() === '' ? null : typed.trim())
  return {
    landlordId: said.landlord?.id ?? null,
    residenceId: said.residence?.id ?? null,
    agency: text(said.agency),
    officerName: text(said.officerName),
    officerEmail: text(said.officerEmail),
    officerPhone: text(said.officerPhone),
    motive: said.motive,
    project: text(said.project),
    projectStage: said.projectStage,
    goal: text(said.goal),
    needs: [...said.needs],
    note: text(said.note),
    contactPreference: said.contactPreference,
    bestTimes: [...said.bestTimes],
    languageHelp: said.languageHelp,
  }
}

/** Only what differs is written: what someone else changed meanwhile is left as it is. */
export function changedFields(before: Said, now: Said): Partial<SaidFields> {
  const first = fieldsOf(before)
  const differing = Object.entries(fieldsOf(now)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(first[field as keyof SaidFields]),
  )
  return Object.fromEntries(differing)
}
