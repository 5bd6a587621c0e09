import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { daysBetween } from '../../../shared/rules/days'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Path, type PathMove } from '../../ui/Path'
import { joined } from './names'
import { toneOf } from './ReferralState'

/** The moves of a referral, newest first, with how long each took. */
export function ReferralPath({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const { moves } = referral

  const reasonsOf = (move: Referral['moves'][number]) =>
    move.reasons.map((reason) =>
      label(
        move.to === 'withdrawn' ? 'withdrawalReason' : move.to === 'expired' ? 'expiryReason' : 'refusalReason',
        reason,
      ),
    )

  const drawn = moves.map((move, index): PathMove => {
    const before = moves[index - 1]
    const days = before ? daysBetween(before.on, move.on) : 0
    const by = move.by ?? label('referralMover', move.mover)
    return {
      id: move.id,
      tone: index === moves.length - 1 ? toneOf(move.to) : 'neutral',
      state: t(`referrals.moved.${move.to}`),
      detail: (
        <>
          {joined([format.shortDay(move.on), by, ...reasonsOf(move)])}
          {move.note ? <q className="move-note">{move.note}</q> : null}
        </>
      ),
      ...(before && days > 0 ? { took: t('referrals.took', { count: days }) } : {}),
    }
  })
  return <Path label={t('referrals.history')} moves={drawn.toReversed()} />
}
