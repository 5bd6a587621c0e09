import * as z from 'zod'
import type { Workshop, WorkshopFields } from '../../../shared/features/workshops'
import { fundingProblem } from '../../../shared/rules/funding-shares'
import { minutesBetween, workshopKinds } from '../../../shared/rules/programmes'
import { filled } from '../../forms/place'

/** All that is said of a workshop, as a form holds it. */
export const WorkshopFormShape = z.object({
  kind: z.enum(workshopKinds),
  title: z.string(),
  theme: z.string(),
  heldOn: z.string().nullable(),
  startTime: z.string(),
  endTime: z.string(),
  /** Taken off the hours: a meal. */
  breakMinutes: z.number(),
  place: z.string(),
  link: z.string(),
  trainerName: z.string(),
  trainerOrganisation: z.object({ id: z.string(), label: z.string() }).nullable(),
  compulsory: z.boolean(),
  note: z.string(),
  fundings: z.array(z.object({ fundedActionId: z.string(), share: z.number() })),
})
export type WorkshopForm = z.infer<typeof WorkshopFormShape>

export function workshopFormOf(workshop: Workshop | null, place: string): WorkshopForm {
  if (workshop === null) return { ...empty, place }
  const { trainerOrganisationId, trainerOrganisationName, fundings, startTime, endTime, minutes } = workshop
  return {
    kind: workshop.kind,
    title: workshop.title,
    theme: workshop.theme ?? '',
    heldOn: workshop.heldOn,
    startTime,
    endTime,
    breakMinutes: Math.max(0, (minutesBetween(startTime, endTime) ?? minutes) - minutes),
    place: workshop.place ?? '',
    link: workshop.link ?? '',
    trainerName: workshop.trainerName ?? '',
    trainerOrganisation:
      trainerOrganisationId === null ? null : { id: trainerOrganisationId, label: trainerOrganisationName ?? '' },
    compulsory: workshop.compulsory,
    note: workshop.note ?? '',
    fundings: fundings.map(({ fundedActionId, share }) => ({ fundedActionId, share })),
  }
}

const empty: WorkshopForm = {
  kind: 'workshop',
  title: '',
  theme: '',
  heldOn: null,
  startTime: '09:00',
  endTime: '12:00',
  breakMinutes: 0,
  place: '',
  link: '',
  trainerName: '',
  trainerOrganisation: null,
  compulsory: true,
  note: '',
  fundings: [],
}

/** The fields of the contract, the shares of the funded actions among them. */
export function workshopFieldsOf(form: WorkshopForm): WorkshopFields & Pick<WorkshopForm, 'fundings'> {
  const { kind, title, startTime, endTime, compulsory, fundings } = form
  return {
    kind,
    title: title.trim(),
    theme: filled(form.theme),
    heldOn: form.heldOn ?? '',
    startTime,
    endTime,
    minutes: Math.max(1, (minutesBetween(startTime, endTime) ?? 1) - form.breakMinutes),
    place: filled(form.place),
    link: filled(form.link),
    trainerName: filled(form.trainerName),
    trainerOrganisationId: form.trainerOrganisation?.id ?? null,
    compulsory,
    note: filled(form.note),
    fundings,
  }
}

export type WorkshopProblem = 'title' | 'heldOn' | 'endTime' | 'breakMinutes' | 'link' | 'fundings'

/** What keeps the form from being saved. A series has its days elsewhere. */
export function workshopProblem(form: WorkshopForm, isSeries: boolean): WorkshopProblem | null {
  const span = minutesBetween(form.startTime, form.endTime)
  if (form.title.trim() === '') return 'title'
  if (!isSeries && form.heldOn === null) return 'heldOn'
  if (span === null) return 'endTime'
  if (form.breakMinutes >= span) return 'breakMinutes'
  if (form.link.trim() !== '' && !/^https?:\/\/\S+$/i.test(form.link.trim())) return 'link'
  return fundingProblem(form.fundings) === null ? null : 'fundings'
}
