import { cohorts } from './fr/cohorts'
import { agreements } from './fr/agreements'
import { attendances } from './fr/attendances'
import { certificates } from './fr/certificates'
import { common } from './fr/common'
import { enrolments } from './fr/enrolments'
import { day } from './fr/day'
import { documents } from './fr/documents'
import { errors } from './fr/errors'
import { files } from './fr/files'
import { grid } from './fr/grid'
import { history } from './fr/history'
import { hours } from './fr/hours'
import { imports } from './fr/imports'
import { forms } from './fr/forms'
import { letters } from './fr/letters'
import { logos } from './fr/logos'
import { lists } from './fr/lists'
import { programmes } from './fr/programmes'
import { paper } from './fr/paper'
import { referrals } from './fr/referrals'
import { people } from './fr/people'
import { plans } from './fr/plans'
import { organisations } from './fr/organisations'
import { residences } from './fr/residences'
import { scales } from './fr/scales'
import { search } from './fr/search'
import { selection } from './fr/selection'
import { sessions } from './fr/sessions'
import { settings } from './fr/settings'
import { shell } from './fr/shell'
import { space } from './fr/space'
import { supports } from './fr/supports'
import { tasks } from './fr/tasks'
import { interactions } from './fr/interactions'
import { reminders } from './fr/reminders'
import { calendar } from './fr/calendar'
import { ui } from './fr/ui'
import { values } from './fr/values'
import { workshops } from './fr/workshops'

export const fr = {
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
} as const
