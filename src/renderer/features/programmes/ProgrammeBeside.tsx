import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FundedAction, Programme, ProgrammeGoal } from '../../../shared/features/programmes'
import { useChoiceLabel } from '../../i18n/choices'
import { useMoney } from '../../i18n/money'
import { Filling } from '../../ui/Filling'
import { usePeriodSaid } from './use-period-said'

interface ProgrammeBesideProps {
  readonly programme: Programme
  readonly onFunding: () => void
  readonly onGoals: () => void
}

/** Who pays for what, and what was promised beside what is counted today. */
export function ProgrammeBeside({ programme, onFunding, onGoals }: ProgrammeBesideProps) {
  const { t } = useTranslation()
  const money = useMoney()
  const { fundedActions, goals } = programme
  const still = programme.deletedAt !== null
  const cents = fundedActions.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0)
  return (
    <>
      <Part title={t('programmes.goals')} still={still} onEdit={onGoals}>
        {goals.length === 0 ? <p className="t3">{t('programmes.noGoal')}</p> : null}
        <ul className="programme-goals">
          {goals.map((goal) => (
            <Goal key={goal.id} goal={goal} />
          ))}
        </ul>
      </Part>
      <Part title={t('programmes.funding')} still={still} onEdit={onFunding}>
        {fundedActions.length === 0 ? <p className="t3">{t('programmes.noAction')}</p> : null}
        <ul className="programme-actions">
          {fundedActions.map((action) => (
            <Action key={action.id} action={action} />
          ))}
        </ul>
        {fundedActions.length > 1 && cents > 0 ? (
          <p className="row programme-total">
            <span>{t('programmes.total')}</span>
            <b className="end tab med">{money(cents)}</b>
          </p>
        ) : null}
      </Part>
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly still: boolean
  readonly onEdit: () => void
  readonly children: ReactNode
}

function Part({ title, still, onEdit, children }: PartProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={title}>
      <div className="row programme-part">
        <h2 className="h3">{title}</h2>
        {still ? null : (
          <Button className="end" size="xs" variant="subtle" leftSection={<IconPencil size={14} />} onClick={onEdit}>
            {t('lists.edit')}
            <span className="vh"> {title}</span>
          </Button>
        )}
      </div>
      {children}
    </section>
  )
}

function Goal({ goal }: { goal: ProgrammeGoal }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const name = goal.label ?? label('programmeIndicator', goal.indicator)
  return (
    <li>
      <span>{name}</span>
      {goal.label === null ? null : <small>{label('programmeIndicator', goal.indicator)}</small>}
      <Filling goal label={name} taken={goal.reached} of={goal.target} />
      {goal.unknown > 0 ? <small>{t('programmes.unknown', { count: goal.unknown })}</small> : null}
    </li>
  )
}

function Action({ action }: { action: FundedAction }) {
  const { t } = useTranslation()
  const money = useMoney()
  const periodSaid = usePeriodSaid()
  const { title, code, funderId, funderName, share, amountCents } = action
  const figures = [share === null ? null : t('ui.percent', { share }), amountCents === null ? null : money(amountCents)]
  return (
    <li>
      <div className="row">
        <b className="med grow">{title}</b>
      </div>
      <a href={`#/organisations/${funderId}`}>{funderName}</a>
      <small className="tab">{[...figures, code].filter(Boolean).join(', ')}</small>
      <small className="tab">{periodSaid(action)}</small>
    </li>
  )
}
