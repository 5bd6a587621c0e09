import { common } from './fr/common'
import { grid } from './fr/grid'
import { shell } from './fr/shell'
import { ui } from './fr/ui'
import { values } from './fr/values'

export const fr = { common, grid, shell, ui, values } as const
