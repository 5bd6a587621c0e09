import { agreements } from './features/agreements.ts'
import { cohorts } from './features/cohorts.ts'
import { enrolments } from './features/enrolments.ts'
import { attendances, sheets } from './features/attendances.ts'
import { certificates } from './features/certificates.ts'
import { day } from './features/day.ts'
import { documents } from './features/documents.ts'
import { exports_ } from './features/exports.ts'
import { hours } from './features/hours.ts'
import { imports } from './features/imports.ts'
import { letters } from './features/letters.ts'
import { logos } from './features/logos.ts'
import { organisations, residences } from './features/organisations.ts'
import { programmes } from './features/programmes.ts'
import { plans } from './features/plans.ts'
import { reference } from './features/reference.ts'
import { scales } from './features/scales.ts'
import { search } from './features/search.ts'
import { selection } from './features/selection.ts'
import { workshops } from './features/workshops.ts'
import { sessions } from './features/sessions.ts'
import { supports } from './features/supports.ts'
import { calendar } from './features/calendar.ts'
import { interactions } from './features/interactions.ts'
import { reminders } from './features/reminders.ts'
import { tasks } from './features/tasks.ts'

/** What the other pages ask: the data process reads it when the first of them is. */
export const laterContract = {
  agreements,
  organisations,
  residences,
  programmes,
  cohorts,
  workshops,
  enrolments,
  selection,
  attendances,
  sheets,
  certificates,
  hours,
  supports,
  sessions,
  plans,
  scales,
  tasks,
  interactions,
  reminders,
  calendar,
  search,
  reference,
  imports,
  documents,
  logos,
  letters,
  exports: exports_,
  day,
}
