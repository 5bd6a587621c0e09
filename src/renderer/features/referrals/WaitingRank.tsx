import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { ask } from '../../api'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'

/** Its place on the waiting list; keeping the same one says that it was looked at today. */
export function WaitingRank({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const { id, rank } = referral
  if (rank === null) return null

  async function place(next: number, said: string): Promise<void> {
    try {
      await ask('referrals.setRank', { id, rank: next })
      told.done(said)
    } catch (problem) {
      told.failed(problem)
    }
  }

  const move = (next: number) => void place(next, t('referrals.rankedAt', { rank: format.number(next) }))
  return (
    <section className="referral-section" aria-label={t('referrals.waitingList')}>
      <h3 className="h3">{t('referrals.waitingList')}</h3>
      <div className="row">
        <span>{t('referrals.rank', { rank: format.number(rank) })}</span>
        <ActionIcon aria-label={t('referrals.rankUp')} disabled={rank <= 1} onClick={() => move(rank - 1)}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('referrals.rankDown')} onClick={() => move(rank + 1)}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <Button size="xs" className="end" onClick={() => void place(rank, t('referrals.reviewed'))}>
          {t('referrals.reviewToday')}
        </Button>
      </div>
    </section>
  )
}
