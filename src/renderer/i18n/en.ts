import { cohorts } from './en/cohorts'
import { agreements } from './en/agreements'
import { attendances } from './en/attendances'
import { certificates } from './en/certificates'
import { common } from './en/common'
import { enrolments } from './en/enrolments'
import { day } from './en/day'
import { documents } from './en/documents'
import { errors } from './en/errors'
import { files } from './en/files'
import { grid } from './en/grid'
import { history } from './en/history'
import { hours } from './en/hours'
import { imports } from './en/imports'
import { forms } from './en/forms'
import { letters } from './en/letters'
import { logos } from './en/logos'
import { lists } from './en/lists'
import { programmes } from './en/programmes'
import { paper } from './en/paper'
import { referrals } from './en/referrals'
import { people } from './en/people'
import { plans } from './en/plans'
import { organisations } from './en/organisations'
import { residences } from './en/residences'
import { scales } from './en/scales'
import { search } from './en/search'
import { selection } from './en/selection'
import { sessions } from './en/sessions'
import { settings } from './en/settings'
import { shell } from './en/shell'
import { space } from './en/space'
import { supports } from './en/supports'
import { tasks } from './en/tasks'
import { interactions } from './en/interactions'
import { reminders } from './en/reminders'
import { calendar } from './en/calendar'
import { ui } from './en/ui'
import { values } from './en/values'
import { workshops } from './en/workshops'
import type { fr } from './fr'
import type { Like } from './like'

export const en = {
  common,
  enrolments,
  day,
  documents,
  logos,
  errors,
  files,
  grid,
  history,
  imports,
  forms,
  letters,
  lists,
  referrals,
  programmes,
  cohorts,
  workshops,
  attendances,
  certificates,
  hours,
  paper,
  people,
  agreements,
  supports,
  sessions,
  plans,
  scales,
  organisations,
  residences,
  search,
  selection,
  settings,
  shell,
  space,
  tasks,
  interactions,
  reminders,
  calendar,
  ui,
  values,
} as const satisfies Like<typeof fr>
