import { common } from './fr/common'
import { documents } from './fr/documents'
import { errors } from './fr/errors'
import { files } from './fr/files'
import { grid } from './fr/grid'
import { history } from './fr/history'
import { imports } from './fr/imports'
import { forms } from './fr/forms'
import { letters } from './fr/letters'
import { lists } from './fr/lists'
import { referrals } from './fr/referrals'
import { people } from './fr/people'
import { organisations } from './fr/organisations'
import { residences } from './fr/residences'
import { search } from './fr/search'
import { settings } from './fr/settings'
import { shell } from './fr/shell'
import { space } from './fr/space'
import { ui } from './fr/ui'
import { values } from './fr/values'

export const fr = {
  common,
  documents,
  errors,
  files,
  grid,
  history,
  imports,
  forms,
  letters,
  lists,
  referrals,
  people,
  organisations,
  residences,
  search,
  settings,
  shell,
  space,
  ui,
  values,
} as const
