import { common } from './en/common'
import { grid } from './en/grid'
import { shell } from './en/shell'
import { ui } from './en/ui'
import { values } from './en/values'
import type { fr } from './fr'
import type { Like } from './like'

export const en = { common, grid, shell, ui, values } as const satisfies Like<typeof fr>
