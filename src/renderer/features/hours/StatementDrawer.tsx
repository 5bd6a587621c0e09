import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holder, HourStatement, StatementLine } from '../../../shared/features/hours'
import { ask, useQuery } from '../../api'
import { useAmounts } from '../../i18n/amounts'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { Drawer } from '../../ui/Drawer'
import { ErrorState } from '../../ui/ErrorState'
import { StateDot } from '../../ui/StateDot'
import { CorrectionForm } from './CorrectionForm'
import { PrintStatement } from './PrintStatement'
import { useLineWords } from './use-line-words'

interface StatementDrawerProps {
  readonly month: string
  readonly holder: Holder
  readonly onClose: () => void
}

/** The statement of hours of a coach or a person for a month: read, validated, then corrected with a reason. */
export function StatementDrawer({ month, holder, onClose }: StatementDrawerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useErrorWords()
  const [validating, setValidating] = useState(false)
  const { data, error, refetch } = useQuery('hours.statement', { month, holder })
  return (
    <Drawer
      label={t('hours.statementOf', { name: data?.name ?? '' })}
      over={format.month(`${month}-01`)}
      title={data?.name ?? t('common.loading')}
      under={data ? <State statement={data} /> : null}
      onClose={onClose}
      footer={
        data ? (
          <>
            <PrintStatement statement={data} />
            {data.validated === null && data.lines.length > 0 ? (
              <Button variant="filled" leftSection={<IconCircleCheck size={16} />} onClick={() => setValidating(true)}>
                {t('hours.validate')}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      {error && !data ? (
        <ErrorState title={t('hours.missing')} body={words(error)} onRetry={() => void refetch()} />
      ) : null}
      {data ? <Lines statement={data} /> : null}
      {data && validating ? <Validate statement={data} onClose={() => setValidating(false)} /> : null}
    </Drawer>
  )
}

function State({ statement }: { statement: HourStatement }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { validated } = statement
  if (validated === null) return <StateDot tone="neutral">{t('hours.open')}</StateDot>
  return (
    <StateDot tone="done">
      {t('hours.validatedBy', { day: format.day(validated.on), name: validated.by ?? '' })}
    </StateDot>
  )
}

function Lines({ statement }: { statement: HourStatement }) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  const format = useFormat()
  const what = useLineWords()
  const [correcting, setCorrecting] = useState<StatementLine | null>(null)
  const { lines, totals, validated, corrections } = statement
  return (
    <div className="stack">
      <p className="t2">
        {t('hours.sumOf', { individual: amounts.minutes(totals.individual), group: amounts.minutes(totals.group) })}
      </p>
      {lines.length === 0 ? <p className="t3">{t('hours.noLine')}</p> : null}
      <ul className="statement-lines">
        {lines.map((line) => (
          <li key={`${line.kind} ${line.id}`}>
            <span className="tab t3">{format.shortDay(line.heldOn)}</span>
            <a
              className="grow cut"
              href={line.workshopId === null ? `#/people/${line.personId}` : `#/workshops/${line.workshopId}`}
              title={what(line)}
            >
              {what(line)}
            </a>
            <span className="tab">{amounts.minutes(line.minutes)}</span>
            {validated === null ? null : (
              <Button size="xs" variant="subtle" onClick={() => setCorrecting(line)}>
                {t('hours.correct')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {correcting ? <CorrectionForm key={correcting.id} line={correcting} onClose={() => setCorrecting(null)} /> : null}
      {corrections.length > 0 ? <Corrections corrections={corrections} /> : null}
    </div>
  )
}

function Corrections({ corrections }: Pick<HourStatement, 'corrections'>) {
  const { t } = useTranslation()
  const what = useLineWords()
  const amounts = useAmounts()
  const format = useFormat()
  return (
    <section>
      <h3 className="h3">{t('hours.corrections')}</h3>
      <ul className="statement-corrections">
        {corrections.map((correction) => (
          <li key={correction.id}>
            <span>
              {correction.heldOn === null ? '' : `${format.shortDay(correction.heldOn)}, `}
              {what({ title: correction.what, halfDay: null, withName: correction.withName })}{' '}
              <b className="med tab">
                {amounts.minutes(correction.beforeMinutes)} → {amounts.minutes(correction.afterMinutes)}
              </b>
            </span>
            <span>{correction.reason}</span>
            <small>
              {format.instant(correction.at)}
              {correction.by === null ? '' : `, ${correction.by}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Validate({ statement, onClose }: { statement: HourStatement; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const format = useFormat()
  const amounts = useAmounts()
  const { month, holder, name, totals } = statement
  const when = format.month(`${month}-01`)

  async function validate(): Promise<void> {
    try {
      await ask('hours.validate', { month, holder })
      onClose()
      told.done(t('hours.validated', { name, month: when }))
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <ConfirmDialog
      opened
      title={t('hours.validateQuestion', { hours: amounts.minutes(totals.individual + totals.group), name })}
      confirm={t('hours.validate')}
      keep={t('hours.notYet')}
      onConfirm={validate}
      onClose={onClose}
    >
      <p>{t('hours.validateConsequence', { month: when })}</p>
    </ConfirmDialog>
  )
}
