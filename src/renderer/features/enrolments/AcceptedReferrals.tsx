import { Button, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { joined, listedName } from './names'

/** The person of each chosen referral. */
export type ChosenReferrals = ReadonlyMap<string, string>

interface AcceptedReferralsProps {
  readonly cohortId: string
  readonly chosen: ChosenReferrals
  readonly onChange: (chosen: ChosenReferrals) => void
}

/** People whose referral was accepted and led to nothing yet: they wait for a programme. */
export function AcceptedReferrals({ cohortId, chosen, onChange }: AcceptedReferralsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const candidates = useQuery('enrolments.candidates', { cohortId }).data
  if (!candidates || candidates.length === 0) return null
  // someone referred twice is asked for once
  const others = candidates.filter(
    ({ personId, referralId }, index) =>
      chosen.has(referralId) || candidates.findIndex((one) => one.personId === personId) === index,
  )

  function toggle(referralId: string, personId: string): void {
    const next = new Map(chosen)
    if (!next.delete(referralId)) next.set(referralId, personId)
    onChange(next)
  }

  return (
    <section aria-label={t('enrolments.accepted')}>
      <div className="row">
        <h3 className="h3">{t('enrolments.accepted')}</h3>
        <span className="count">{format.number(others.length)}</span>
        <Button
          size="xs"
          variant="transparent"
          className="end"
          onClick={() => onChange(new Map(others.map(({ referralId, personId }) => [referralId, personId])))}
        >
          {t('enrolments.takeAll')}
        </Button>
      </div>
      <ul className="accepted">
        {others.map((candidate) => (
          <li key={candidate.referralId}>
            <Checkbox
              checked={chosen.has(candidate.referralId)}
              label={listedName(candidate)}
              description={joined([
                candidate.number,
                candidate.landlordName,
                candidate.decidedOn === null
                  ? null
                  : t('enrolments.acceptedOn', { day: format.day(candidate.decidedOn) }),
              ])}
              onChange={() => toggle(candidate.referralId, candidate.personId)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
