import * as z from 'zod'
import { type AskedPurpose, askedPurposes } from '../../../shared/features/agreements'
import type { Consent } from '../../../shared/features/people'
import { consentHows, lastAnsweredOn } from '../../../shared/rules/consent'
import type { IsoDay } from '../../../shared/rules/days'
import { today } from '../../today'

/** What someone answers one day; nothing is ticked beforehand, and what is not answered is not noted. */
export const AnswersFormShape = z.strictObject({
  answers: z.partialRecord(z.enum(askedPurposes), z.boolean()),
  how: z.enum(consentHows).nullable(),
  on: z.string().nullable(),
  proof: z.string(),
})
export type AnswersForm = z.infer<typeof AnswersFormShape>

export function newAnswers(): AnswersForm {
  return { answers: {}, how: null, on: today(), proof: '' }
}

export interface AnswersProblems {
  readonly answers: boolean
  readonly how: boolean
  readonly on: 'wrongDay' | 'answeredSince' | null
  /** The day of the last answer known to one of these, where it is later. */
  readonly since: IsoDay | null
}

export function problemsOf(form: AnswersForm, known: readonly Consent[]): AnswersProblems {
  const answered = answersOf(form).map(({ purpose }) => purpose)
  const since = lastAnsweredOn(
    known.filter(({ purpose, referralId }) => referralId === null && answered.some((asked) => asked === purpose)),
  )
  return { answers: answered.length === 0, how: form.how === null, on: wrongDay(form.on, since), since }
}

function wrongDay(on: IsoDay | null, since: IsoDay | null): AnswersProblems['on'] {
  if (on === null || on > today()) return 'wrongDay'
  return since !== null && on < since ? 'answeredSince' : null
}

export function answersOf({ answers }: AnswersForm): { purpose: AskedPurpose; agreed: boolean }[] {
  return askedPurposes.flatMap((purpose) => {
    const agreed = answers[purpose]
    return agreed === undefined ? [] : [{ purpose, agreed }]
  })
}
