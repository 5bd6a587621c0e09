import type { RollCallMark, RollCallPerson } from '../../../shared/features/attendances'
import type { AttendanceState, HalfDay } from '../../../shared/rules/attendance'
import { fold, foldTight } from '../../../shared/rules/fold'

/** What was decided at the screen, whether it is written yet or not. */
export interface Said {
  readonly personId: string
  readonly halfDay: HalfDay
  readonly state: AttendanceState | null
  readonly minutes: number
}

/** Whether the letters typed begin a part of the name, or the whole of it without its spaces. */
export function isCalled(person: Pick<RollCallPerson, 'firstName' | 'lastName'>, typed: string): boolean {
  const wanted = foldTight(typed)
  if (wanted === '') return true
  const parts = fold(`${person.lastName} ${person.firstName}`).split(' ')
  const whole = [foldTight(person.lastName + person.firstName), foldTight(person.firstName + person.lastName)]
  return [...parts, ...whole].some((part) => part.startsWith(wanted)) || startsEach(parts, fold(typed))
}

/** `le gou`, `fa dia`: each word typed begins a part of its own, in any order. */
function startsEach(parts: readonly string[], typed: string): boolean {
  const words = typed.split(' ').filter((word) => word !== '')
  const left = [...parts]
  return words.every((word) => {
    const at = left.findIndex((part) => part.startsWith(word))
    if (at !== -1) left.splice(at, 1)
    return at !== -1
  })
}

export function markOf(person: Pick<RollCallPerson, 'marks'>, halfDay: HalfDay): RollCallMark | undefined {
  return person.marks.find((mark) => mark.halfDay === halfDay)
}

/** Whom the letters typed mean: first among those not called yet, then among the others. */
export function firstCalled(people: readonly RollCallPerson[], typed: string, halfDay: HalfDay): string | null {
  const found = people.filter((person) => isCalled(person, typed))
  return (found.find((person) => !markOf(person, halfDay)) ?? found[0])?.personId ?? null
}

/** Who comes after someone in the list: the next not called yet, round to the beginning. */
export function nextUncalled(people: readonly RollCallPerson[], after: string | null, halfDay: HalfDay): string | null {
  const here = people.findIndex(({ personId }) => personId === after)
  const round = [...people.slice(here + 1), ...people.slice(0, here + 1)]
  return round.find((person) => person.personId !== after && !markOf(person, halfDay))?.personId ?? after
}

export function neighbour(people: readonly RollCallPerson[], of: string | null, step: 1 | -1): string | null {
  const here = people.findIndex(({ personId }) => personId === of)
  if (here === -1) return people[0]?.personId ?? null
  return people[Math.min(people.length - 1, Math.max(0, here + step))]?.personId ?? null
}

export type Counts = Readonly<Record<AttendanceState | 'uncalled', number>>

export function countsOf(people: readonly RollCallPerson[], halfDay: HalfDay): Counts {
  const counts = { present: 0, late: 0, excused: 0, absent: 0, uncalled: 0 }
  for (const person of people) counts[markOf(person, halfDay)?.state ?? 'uncalled'] += 1
  return counts
}

/** The people as they will be once what was said is written. */
export function withSaid(people: readonly RollCallPerson[], said: readonly Said[]): readonly RollCallPerson[] {
  if (said.length === 0) return people
  const byPerson = new Map<string, Said[]>()
  for (const one of said) byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one])
  return people.map((person) => {
    const own = byPerson.get(person.personId)
    return own ? { ...person, marks: own.reduce(marked, person.marks) } : person
  })
}

function marked(marks: readonly RollCallMark[], { halfDay, state, minutes }: Said): RollCallMark[] {
  const others = marks.filter((mark) => mark.halfDay !== halfDay)
  if (state === null) return others
  const id = marks.find((mark) => mark.halfDay === halfDay)?.id ?? ''
  const both = [...others, { id, halfDay, state, minutes }]
  return both.sort((a, b) => (a.halfDay > b.halfDay ? -1 : 1)) // morning comes first
}
