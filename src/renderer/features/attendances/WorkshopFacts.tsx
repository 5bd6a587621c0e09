import { useTranslation } from 'react-i18next'
import type { CalledWorkshop } from '../../../shared/features/attendances'
import { useAmounts } from '../../i18n/amounts'
import { useFormat } from '../../i18n/format'

/** What the workshop is, in few words. */
export function WorkshopFacts({ workshop, expected }: { workshop: CalledWorkshop; expected: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const amounts = useAmounts()
  const facts: [string, string | null][] = [
    [t('attendances.day'), format.day(workshop.heldOn)],
    [t('attendances.times'), `${workshop.startTime} – ${workshop.endTime}`],
    [t('attendances.duration'), amounts.minutes(workshop.minutes)],
    [t('attendances.place'), workshop.place],
    [t('attendances.trainer'), workshop.trainerName],
    [t('attendances.expected'), t('attendances.expectedCount', { count: expected })],
    [t('attendances.compulsory'), workshop.compulsory ? t('attendances.yes') : null],
  ]
  return (
    <section>
      <h2 className="h3">{t('attendances.facts')}</h2>
      <dl className="kv">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div className="kv-pair" key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}
