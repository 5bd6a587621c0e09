import { common } from './en/common'
import { errors } from './en/errors'
import { files } from './en/files'
import { grid } from './en/grid'
import { history } from './en/history'
import { imports } from './en/imports'
import { forms } from './en/forms'
import { lists } from './en/lists'
import { referrals } from './en/referrals'
import { people } from './en/people'
import { organisations } from './en/organisations'
import { residences } from './en/residences'
import { search } from './en/search'
import { settings } from './en/settings'
import { shell } from './en/shell'
import { space } from './en/space'
import { tasks } from './en/tasks'
import { interactions } from './en/interactions'
import { reminders } from './en/reminders'
import { calendar } from './en/calendar'
import { ui } from './en/ui'
import { values } from './en/values'
import type { fr } from './fr'
import type { Like } from './like'

export const en = {
  common,
  errors,
  files,
  grid,
  history,
  imports,
  forms,
  lists,
  referrals,
  people,
  organisations,
  residences,
  search,
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
