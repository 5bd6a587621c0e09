import { common } from './en/common'
import { documents } from './en/documents'
import { errors } from './en/errors'
import { files } from './en/files'
import { grid } from './en/grid'
import { history } from './en/history'
import { imports } from './en/imports'
import { forms } from './en/forms'
import { letters } from './en/letters'
import { lists } from './en/lists'
import { referrals } from './en/referrals'
import { people } from './en/people'
import { organisations } from './en/organisations'
import { residences } from './en/residences'
import { search } from './en/search'
import { settings } from './en/settings'
import { shell } from './en/shell'
import { space } from './en/space'
import { ui } from './en/ui'
import { values } from './en/values'
import type { fr } from './fr'
import type { Like } from './like'

export const en = {
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
} as const satisfies Like<typeof fr>
