import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Programme } from '../../../shared/features/programmes'
import { periodState } from '../../../shared/rules/programmes'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { today } from '../../today'
import { StateDot } from '../../ui/StateDot'
import { periodTones } from './period-tones'
import { usePeriodSaid } from './use-period-said'

interface ProgrammeIdentityProps {
  readonly programme: Programme
  readonly onPartners: () => void
}

/** What a programme is, what it is for, and who takes part. */
export function ProgrammeIdentity({ programme, onPartners }: ProgrammeIdentityProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const periodSaid = usePeriodSaid()
  const { name, kind, aim, note, partners, deletedAt } = programme
  const state = periodState(programme, today())
  return (
    <>
      <h1 className="programme-title">{name}</h1>
      <p className="t3 sm">{label('programmeKind', kind)}</p>
      <p className="programme-state">
        <StateDot tone={periodTones[state]} hollow={state === 'over'}>
          {label('periodState', state)}
        </StateDot>
        <span className="t3 tab">{periodSaid(programme)}</span>
      </p>
      {aim ? <p className="programme-aim">{aim}</p> : null}
      <section aria-label={t('programmes.partners')}>
        <div className="row programme-part">
          <h2 className="h3">{t('programmes.partners')}</h2>
          {deletedAt === null ? (
            <Button
              className="end"
              size="xs"
              variant="subtle"
              leftSection={<IconPencil size={14} />}
              onClick={onPartners}
            >
              {t('lists.edit')}
              <span className="vh"> {t('programmes.partners')}</span>
            </Button>
          ) : null}
        </div>
        {partners.length === 0 ? <p className="t3">{t('programmes.noPartner')}</p> : null}
        <ul className="programme-partners">
          {partners.map((partner) => (
            <li key={partner.id}>
              <a href={`#/organisations/${partner.organisationId}`}>{partner.organisationName}</a>
              <small>{label('partnerRole', partner.role)}</small>
            </li>
          ))}
        </ul>
      </section>
      {note ? (
        <section>
          <h2 className="h3">{t('programmes.fields.note')}</h2>
          <p>{note}</p>
        </section>
      ) : null}
      <p className="t3 sm programme-foot">{t('programmes.changedOn', { day: format.instant(programme.updatedAt) })}</p>
    </>
  )
}
