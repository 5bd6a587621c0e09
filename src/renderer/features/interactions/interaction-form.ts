import * as z from 'zod'
import { type Interaction, InteractionFields } from '../../../shared/features/interactions'
import type { InteractionKind } from '../../../shared/rules/values'
import { changedFields } from '../../forms/changed-fields'
import { readTime } from '../../forms/time'

/** An exchange as it is typed: its day and its hour apart, by the clock on the wall. */
export const InteractionFormShape = z.strictObject({
  kind: InteractionFields.shape.kind,
  day: z.string().nullable(),
  time: z.string(),
  minutes: z.number().nullable(),
  result: InteractionFields.shape.result,
  note: z.string(),
})
export type InteractionForm = z.infer<typeof InteractionFormShape>

/** A call that just ended: what one most often notes. */
export function newForm(now = new Date()): InteractionForm {
  return { kind: 'call', ...wallOf(now), minutes: null, result: 'reached', note: '' }
}

export function formOf({ kind, at, minutes, result, note }: Interaction): InteractionForm {
  return { kind, ...wallOf(new Date(at)), minutes, result, note: note ?? '' }
}

export function withKind(form: InteractionForm, kind: InteractionKind): InteractionForm {
  return { ...form, kind, result: kind === 'call' ? (form.result ?? 'reached') : null }
}

export function fieldsOf(form: InteractionForm): InteractionFields {
  return {
    kind: form.kind,
    at: instantOf(form)?.toISOString() ?? '',
    minutes: form.kind === 'note' || form.kind === 'letter' ? null : form.minutes,
    result: form.kind === 'call' ? form.result : null,
    note: form.note.trim() || null,
  }
}

export function changesOf(before: InteractionForm, after: InteractionForm): Partial<InteractionFields> {
  return changedFields(fieldsOf(before), fieldsOf(after))
}

export type Problem = 'day' | 'time' | 'future' | 'text'

export function problemsOf(form: InteractionForm, now = new Date()): ReadonlySet<Problem> {
  const at = instantOf(form)
  return new Set<Problem>([
    ...(form.day === null ? (['day'] as const) : []),
    ...(readTime(form.time) === null ? (['time'] as const) : []),
    ...(at !== null && at > now ? (['future'] as const) : []),
    ...(form.kind === 'note' && form.note.trim() === '' ? (['text'] as const) : []),
  ])
}

/** The instant of a day and an hour here. */
function instantOf({ day, time }: InteractionForm): Date | null {
  const hour = readTime(time)
  return day === null || hour === null ? null : new Date(`${day}T${hour}:00`)
}

function wallOf(at: Date): { readonly day: string; readonly time: string } {
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}
