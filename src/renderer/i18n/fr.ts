import { common } from './fr/common'
import { errors } from './fr/errors'
import { files } from './fr/files'
import { grid } from './fr/grid'
import { history } from './fr/history'
import { imports } from './fr/imports'
import { forms } from './fr/forms'
import { lists } from './fr/lists'
import { referrals } from './fr/referrals'
import { people } from './fr/people'
import { plans } from './fr/plans'
import { organisations } from './fr/organisations'
import { residences } from './fr/residences'
import { scales } from './fr/scales'
import { search } from './fr/search'
import { sessions } from './fr/sessions'
import { settings } from './fr/settings'
import { shell } from './fr/shell'
import { space } from './fr/space'
import { supports } from './fr/supports'
import { ui } from './fr/ui'
import { values } from './fr/values'

export const fr = {
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
  supports,
  sessions,
  plans,
  scales,
  organisations,
  residences,
  search,
  settings,
  shell,
  space,
  ui,
  values,
} as const
