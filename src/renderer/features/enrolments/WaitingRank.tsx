import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import { useFormat } from '../../i18n/format'
import { listedName } from './names'
import { useRank } from './use-rank'

/** Someone's place on the waiting list, and the two ways to change it. */
export function WaitingRank({ row, last }: { row: EnrolmentRow; last?: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const place = useRank()
  const { rank } = row
  if (rank === null) return null
  return (
    <span className="row waiting-rank">
      <span className="tab">{t('enrolments.rank', { rank: format.number(rank) })}</span>
      <ActionIcon
        aria-label={t('enrolments.rankUp', { name: listedName(row) })}
        disabled={rank <= 1}
        onClick={() => void place(row, rank - 1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('enrolments.rankDown', { name: listedName(row) })}
        disabled={last ?? false}
        onClick={() => void place(row, rank + 1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
    </span>
  )
}
