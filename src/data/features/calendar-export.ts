import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Progress } from '../../shared/endpoint.ts'
import { AppError } from '../../shared/errors.ts'
import type { CalendarExport, CalendarItem } from '../../shared/features/calendar.ts'
import { displayName } from '../../shared/rules/fold.ts'
import type { JobContext } from '../context.ts'
import { type IcsEvent, icsLines } from '../files/ics-file.ts'
import { writeNewFile } from '../files/new-file.ts'
import { wordOf } from './exporting/cells.ts'
import { asFileError } from './exporting/file-errors.ts'
import type { Left } from './exporting/write-table.ts'

/** Writes what the calendar shows for another agenda, and notes that it left: for whom, why, how many things. */
export async function* exportCalendar(
  job: JobContext,
  items: readonly CalendarItem[],
  request: CalendarExport,
  signal: AbortSignal,
): AsyncGenerator<Progress, Left, undefined> {
  yield { step: 'write', done: 0, total: items.length }
  if (signal.aborted) throw new AppError('cancelled')
  const text = icsLines(
    items.map((item) => toEvent(item, request)),
    { name: job.space.organisationName, now: job.now(), region: job.space.settings.serviceLevels.region },
  )
  const sha256 = await writeNewFile(request.path, (file) => file.write(new TextEncoder().encode(text))).catch(
    (error: unknown) => {
      throw asFileError(error)
    },
  )
  try {
    await job.transaction((tx) =>
      tx.write.insert('exports', {
        what: 'calendar',
        rows: items.length,
        columns: JSON.stringify(request.names ? [...written, 'names'] : written),
        recipient: request.recipient,
        purpose: request.purpose,
        fileName: basename(request.path),
        sha256,
        memberId: tx.member?.id ?? null,
      }),
    )
  } catch (error) {
    await rm(request.path, { force: true })
    throw error
  }
  return { path: request.path, rows: items.length, leftOut: 0 }
}

const written = ['day', 'startTime', 'minutes', 'title', 'place', 'link']

function toEvent(item: CalendarItem, { names, words }: Pick<CalendarExport, 'names' | 'words'>): IcsEvent {
  const kind = wordOf(words, ['calendarKind'], item.kind)
  return {
    uid: `${item.kind}-${item.id}@palier`,
    day: item.day,
    startTime: item.startTime,
    minutes: item.minutes,
    summary: summaryOf(item, kind, names, words),
    category: kind,
    location: item.place,
    url: item.link,
    cancelled: item.cancelled,
  }
}

/**
 * What it is, then whose. Unless names were asked for, someone is told by initials, and what a task about them says is
 * told by its kind: its title is typed freely and may name them.
 */
function summaryOf(item: CalendarItem, kind: string, names: boolean, words: CalendarExport['words']): string {
  const { firstName, lastName, cohortName, title } = item
  const someone = lastName !== null || firstName !== null
  const who = someone ? (names ? displayName(lastName ?? '', firstName ?? '') : initials(firstName, lastName)) : null
  return [what(), who ?? cohortName].filter((part) => part !== null && part !== '').join(', ')

  function what(): string {
    if (item.kind === 'referralDeadline') return [wordOf(words, ['deadlineRule'], item.rule ?? ''), title].join(' ')
    if (item.kind === 'task' && someone && !names) return wordOf(words, ['taskKind'], item.taskKind ?? '')
    return title ?? kind
  }
}

function initials(firstName: string | null, lastName: string | null): string {
  return [firstName, lastName]
    .map((name) => (name ?? '').trim().charAt(0).toLocaleUpperCase('fr'))
    .filter((letter) => letter !== '')
    .map((letter) => `${letter}.`)
    .join(' ')
}
