import { useTranslation } from 'react-i18next'
import type { ReferralRow } from '../../../shared/features/referrals'
import type { SpaceKind } from '../../../shared/rules/values'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Initials } from '../../ui/Initials'
import { PersonName } from '../../ui/PersonName'
import { joined, shortName } from './names'
import { ReferralDeadline, ReferralState } from './ReferralState'

/** What a card says: name and who follows it, project, where it comes from, clock. */
export function ReferralCard({ row, kind }: { row: ReferralRow; kind: SpaceKind }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const place = kind === 'landlord' ? row.residenceName : row.landlordName // a landlord's own name says nothing there
  const from = joined([place, row.officerName === null ? null : shortName(row.officerName)])
  return (
    <>
      <span className="card-head">
        <span className="cut">
          <PersonName lastName={row.lastName} firstName={row.firstName} />
        </span>
        {row.assignedTo ? (
          <>
            <Initials name={row.assignedTo} size="sm" />
            <span className="vh">{t('referrals.followedBy', { name: row.assignedTo })}</span>
          </>
        ) : null}
      </span>
      <span className="card-line">{row.project ?? label('referralMotive', row.motive)}</span>
      <span className="card-small">
        {from || t(kind === 'landlord' ? 'referrals.noResidence' : 'referrals.noLandlord')}
      </span>
      <span className="card-foot">
        {row.deadline ? <ReferralDeadline deadline={row.deadline} /> : <ReferralState state={row.state} />}
        <span>{noteOf()}</span>
      </span>
    </>
  )

  function noteOf(): string {
    if (row.state === 'draft') return row.agreementOn === null ? t('referrals.agreementToCome') : ''
    if (row.state === 'waitlisted' && row.rank !== null) return t('referrals.rank', { rank: format.number(row.rank) })
    if (row.deadline === null) return format.shortDay(row.stateSince)
    return row.attempts > 0 ? t('referrals.attempts', { count: row.attempts }) : ''
  }
}
