import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { agreements } from './features/agreements.ts'
import { cohorts } from './features/cohorts.ts'
import { enrolments } from './features/enrolments.ts'
import { attendances, sheets } from './features/attendances.ts'
import { certificates } from './features/certificates.ts'
import { day } from './features/day.ts'
import { documents } from './features/documents.ts'
import { events } from './features/events.ts'
import { exports_ } from './features/exports.ts'
import { history } from './features/history.ts'
import { hours } from './features/hours.ts'
import { imports } from './features/imports.ts'
import { letters } from './features/letters.ts'
import { logos } from './features/logos.ts'
import { lists } from './features/lists.ts'
import { organisations, residences } from './features/organisations.ts'
import { people } from './features/people.ts'
import { programmes } from './features/programmes.ts'
import { plans } from './features/plans.ts'
import { reference } from './features/reference.ts'
import { referrals } from './features/referrals.ts'
import { scales } from './features/scales.ts'
import { search } from './features/search.ts'
import { selection } from './features/selection.ts'
import { drafts, members, settings, space } from './features/space.ts'
import { workshops } from './features/workshops.ts'
import { sessions } from './features/sessions.ts'
import { supports } from './features/supports.ts'
import { calendar } from './features/calendar.ts'
import { interactions } from './features/interactions.ts'
import { reminders } from './features/reminders.ts'
import { tasks } from './features/tasks.ts'

/** Everything the screen can ask of the data process. */
export const contract = {
  space,
  members,
  settings,
  drafts,
  people,
  agreements,
  organisations,
  residences,
  referrals,
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
  lists,
  search,
  history,
  reference,
  imports,
  documents,
  logos,
  letters,
  exports: exports_,
  day,
  events,
}

export type Contract = typeof contract
export type Api = ContractRouterClient<Contract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
