import { common } from './en/common'
import { errors } from './en/errors'
import { grid } from './en/grid'
import { history } from './en/history'
import { imports } from './en/imports'
import { settings } from './en/settings'
import { shell } from './en/shell'
import { space } from './en/space'
import { ui } from './en/ui'
import { values } from './en/values'
import type { fr } from './fr'
import type { Like } from './like'

export const en = { common, errors, grid, history, imports, settings, shell, space, ui, values } as const satisfies Like<typeof fr>
