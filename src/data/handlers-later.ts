import type { laterContract } from '../shared/contract-later.ts'
import type { Handlers } from './context.ts'
import { agreements } from './features/agreements.ts'
import { cohorts } from './features/cohorts.ts'
import { attendances } from './features/attendances.ts'
import { certificates } from './features/certificates.ts'
import { day } from './features/day.ts'
import { documents } from './features/documents.ts'
import { enrolments } from './features/enrolments.ts'
import { exports_ } from './features/exports.ts'
import { hours } from './features/hours.ts'
import { imports } from './features/imports.ts'
import { letters } from './features/letters.ts'
import { logos } from './features/logos.ts'
import { organisations } from './features/organisations.ts'
import { programmes } from './features/programmes.ts'
import { plans } from './features/plans.ts'
import { reference } from './features/reference.ts'
import { residences } from './features/residences.ts'
import { scales } from './features/scales.ts'
import { calendar } from './features/calendar.ts'
import { interactions } from './features/interactions.ts'
import { reminders } from './features/reminders.ts'
import { search } from './features/search.ts'
import { selection } from './features/selection.ts'
import { sheets } from './features/sheets.ts'
import { workshops } from './features/workshops.ts'
import { sessions } from './features/sessions.ts'
import { supports } from './features/supports.ts'
import { tasks } from './features/tasks.ts'

/** The handlers of what the other pages ask, held to their contract: a missing one does not compile. */
export const laterHandlers = {
  agreements,
  organisations,
  residences,
  reference,
  search,
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
  imports,
  documents,
  logos,
  letters,
  exports: exports_,
  day,
} satisfies { [Feature in keyof typeof laterContract]: Handlers<(typeof laterContract)[Feature]> }
