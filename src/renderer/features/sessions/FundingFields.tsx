import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import { IconCoinEuro, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fundingProblem } from '../../../shared/rules/funding-shares'
import { useQuery } from '../../api'
import { today } from '../../today'
import type { SessionForm } from './session-form'

interface FundingFieldsProps {
  readonly supportId: string | null
  readonly on: string | null
  readonly value: SessionForm['fundings']
  readonly wrong: boolean
  readonly onChange: (fundings: SessionForm['fundings']) => void
}

/** What pays for the session, and how much of it; there is nothing to ask where no action is funded. */
export function FundingFields({ supportId, on, value, wrong, onChange }: FundingFieldsProps) {
  const { t } = useTranslation()
  const proposed =
    useQuery('sessions.fundedActions', { on: on ?? today(), supportId }, { keepPrevious: true }).data ?? []
  if (proposed.length === 0 && value.length === 0) return null
  const used = new Set(value.map(({ fundedActionId }) => fundedActionId))
  const left = 100 - value.reduce((sum, { share }) => sum + share, 0)
  const next = proposed.find(({ id }) => !used.has(id))
  const change = (index: number, some: Partial<SessionForm['fundings'][number]>) =>
    onChange(value.map((funding, at) => (at === index ? { ...funding, ...some } : funding)))
  const problem = fundingProblem(value)
  return (
    <section className="session-funding" aria-label={t('sessions.fundings')}>
      <h3 className="h3">
        <IconCoinEuro size={15} /> {t('sessions.fundings')}
        <span className="end">{value.length > 0 ? t('sessions.shareSum', { share: 100 - left }) : null}</span>
      </h3>
      {value.map((funding, index) => (
        <div className="session-share" key={funding.fundedActionId}>
          <Select
            aria-label={t('sessions.fundedAction')}
            data={proposed
              .filter(({ id }) => id === funding.fundedActionId || !used.has(id))
              .map(({ id, title, funderName }) => ({ value: id, label: `${title}, ${funderName}` }))}
            value={funding.fundedActionId}
            onChange={(fundedActionId) => fundedActionId && change(index, { fundedActionId })}
          />
          <NumberInput
            aria-label={t('sessions.share')}
            suffix={'\u00A0%'}
            min={1}
            max={100}
            allowDecimal={false}
            value={funding.share}
            onChange={(share) => change(index, { share: typeof share === 'number' ? share : 0 })}
          />
          <ActionIcon
            aria-label={t('sessions.removeShare')}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      {wrong || problem === 'over100' ? (
        <p className="field-error" role="alert">
          {problem === 'over100' ? t('sessions.shareTotal') : t('sessions.shareWrong')}
        </p>
      ) : null}
      {next && left > 0 ? (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => onChange([...value, { fundedActionId: next.id, share: left }])}
        >
          {t('sessions.addShare')}
        </Button>
      ) : null}
    </section>
  )
}
