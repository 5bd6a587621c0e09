import * as z from 'zod'
import type { Session, SessionFields } from '../../../shared/features/sessions'
import { coachingThemes, mayBeInState, sessionModes, sessionStates } from '../../../shared/rules/coaching'
import { isIsoDay } from '../../../shared/rules/days'
import { fundingProblem } from '../../../shared/rules/funding-shares'
import { changedFields } from '../../forms/changed-fields'
import { readTime } from '../../forms/time'
import { today } from '../../today'

/** A session as its form holds it. */
export const SessionFormShape = z.object({
  supportId: z.string().nullable(),
  coachId: z.string(),
  state: z.enum(sessionStates),
  heldOn: z.string().nullable(),
  startTime: z.string(),
  minutes: z.number(),
  mode: z.enum(sessionModes),
  place: z.string(),
  themes: z.array(z.enum(coachingThemes)),
  privateNote: z.string(),
  shareableNote: z.string(),
  nextStep: z.string(),
  nextStepOn: z.string().nullable(),
  writtenUp: z.boolean(),
  fundings: z.array(z.object({ fundedActionId: z.string(), share: z.number() })),
})
export type SessionForm = Readonly<z.infer<typeof SessionFormShape>>

/** Held today for an hour, in person, and written up as it is logged: what is usual needs no key. */
export function newSessionForm(said: Pick<SessionForm, 'supportId' | 'coachId'>): SessionForm {
  return {
    ...said,
    state: 'held',
    heldOn: today(),
    startTime: '',
    minutes: 60,
    mode: 'inPerson',
    place: '',
    themes: [],
    privateNote: '',
    shareableNote: '',
    nextStep: '',
    nextStepOn: null,
    writtenUp: true,
    fundings: [],
  }
}

export function formOf(session: Session): SessionForm {
  const { supportId, coachId, state, heldOn, minutes, mode, themes, nextStepOn, writtenUp } = session
  return {
    supportId,
    coachId,
    state,
    heldOn,
    minutes,
    mode,
    themes,
    nextStepOn,
    writtenUp,
    startTime: session.startTime ?? '',
    place: session.place ?? '',
    privateNote: session.privateNote ?? '',
    shareableNote: session.shareableNote ?? '',
    nextStep: session.nextStep ?? '',
    fundings: session.fundings.map(({ fundedActionId, share }) => ({ fundedActionId, share })),
  }
}

/** What it becomes when its report is written: a planned one was held, unless the coach says otherwise. */
export function toWrite(form: SessionForm): SessionForm {
  return form.state === 'planned' || form.state === 'held' ? { ...form, state: 'held', writtenUp: true } : form
}

export function fieldsOf(form: SessionForm): SessionFields {
  const filled = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    ...form,
    heldOn: form.heldOn ?? today(),
    startTime: readTime(form.startTime),
    place: filled(form.place),
    privateNote: filled(form.privateNote),
    shareableNote: filled(form.shareableNote),
    nextStep: filled(form.nextStep),
    nextStepOn: filled(form.nextStep) === null ? null : form.nextStepOn,
    themes: [...form.themes],
    fundings: form.fundings.map((funding) => ({ ...funding })),
    writtenUp: form.writtenUp && form.state === 'held',
  }
}

export function changesOf(before: SessionForm, after: SessionForm): Partial<SessionFields> {
  return changedFields(fieldsOf(before), fieldsOf(after))
}

/** What keeps a form from being saved, by the field that says it. */
export function problemsOf(form: SessionForm): readonly ('heldOn' | 'future' | 'startTime' | 'minutes' | 'fundings')[] {
  const day = form.heldOn
  return [
    ...(day === null || !isIsoDay(day) ? (['heldOn'] as const) : []),
    ...(day !== null && !mayBeInState(form.state, day, today()) ? (['future'] as const) : []),
    ...(form.startTime.trim() !== '' && readTime(form.startTime) === null ? (['startTime'] as const) : []),
    ...(form.minutes < 0 || form.minutes > 720 ? (['minutes'] as const) : []),
    ...(fundingProblem(form.fundings) === null ? [] : (['fundings'] as const)),
  ]
}
