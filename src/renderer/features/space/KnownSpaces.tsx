import { IconAlertTriangle, IconBuildingCommunity, IconHomeHeart, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { KnownSpace } from '../../../shared/features/space'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { conditionOf } from './unlock/condition'
import { WayButton } from './Way'

interface KnownSpacesProps {
  readonly spaces: readonly KnownSpace[]
  readonly onChoose: (space: KnownSpace) => void
}

/** The spaces of this computer, the last opened first. */
export function KnownSpaces({ spaces, onChoose }: KnownSpacesProps) {
  const detailOf = useDetail()
  return (
    <ul className="space-rows">
      {spaces.map((space) => (
        <li key={space.folder}>
          <WayButton icon={iconOf(space)} title={space.name} detail={detailOf(space)} onTake={() => onChoose(space)} />
        </li>
      ))}
    </ul>
  )
}

function iconOf(space: KnownSpace) {
  if (conditionOf(space) !== 'sound') return IconAlertTriangle
  if (space.demo) return IconPlayerPlay
  return space.kind === 'landlord' ? IconHomeHeart : IconBuildingCommunity
}

function useDetail(): (space: KnownSpace) => string {
  const { t } = useTranslation()
  const format = useFormat()
  const choice = useChoiceLabel()
  return (space) => {
    const condition = conditionOf(space)
    if (condition !== 'sound') return t(`space.condition.${condition}`)
    if (space.demo) return t('space.demoInvented')
    const kind = choice('spaceKind', space.kind)
    return space.lastOpenedAt === null ? kind : t('space.lastOpened', { kind, at: format.instant(space.lastOpenedAt) })
  }
}
