import { MultiSelect, NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type EnrolmentRequirement,
  type EnrolmentStage,
  enrolmentMoveRule,
  reasonsFor,
} from '../../../shared/rules/enrolment-stages'
import { outcomeClasses } from '../../../shared/rules/values'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import { useReasonWords } from './reason-words'
import { type StageDecision, reopens } from './stage-decision'

interface StageFieldsProps {
  readonly from: EnrolmentStage
  /** The day of the move that this one follows. */
  readonly since: string
  readonly decision: StageDecision
  /** What the rules still ask, once saving was tried. */
  readonly missing: readonly EnrolmentRequirement[]
  readonly dayWrong: boolean
  /** A rank is chosen for one person; several take the end of the list, in their order. */
  readonly ranked?: boolean
  readonly onChange: (decision: StageDecision) => void
}

/** What a move must come with, and when it was made. */
export function StageFields(props: StageFieldsProps) {
  const { from, since, decision, missing, dayWrong, ranked, onChange } = props
  const { t } = useTranslation()
  const format = useFormat()
  const change = (part: Partial<StageDecision>) => onChange({ ...decision, ...part })
  const takenUp = reopens(from, decision.to)
  return (
    <div className="stage-fields">
      <Reasons {...props} />
      <Outcome {...props} />
      {ranked && decision.to === 'waitlisted' ? (
        <NumberInput
          label={<FieldLabel optional>{t('enrolments.rankLabel')}</FieldLabel>}
          description={t('enrolments.rankHint')}
          min={1}
          allowDecimal={false}
          value={decision.rank ?? ''}
          onChange={(rank) => change({ rank: typeof rank === 'number' && rank > 0 ? rank : null })}
        />
      ) : null}
      <DateField
        label={t('enrolments.movedOn')}
        value={decision.on}
        error={dayWrong ? t('enrolments.missing.day', { day: format.day(since) }) : null}
        onChange={(on) => change({ on })}
      />
      <FreeTextField
        label={takenUp ? t('enrolments.reopenWhy') : t('enrolments.moveNote')}
        optional={!takenUp}
        value={decision.note}
        error={missing.includes('reopeningReason') ? t('enrolments.missing.reopeningReason') : null}
        onChange={(note) => change({ note })}
      />
    </div>
  )
}

function Reasons({ decision, missing, onChange }: StageFieldsProps) {
  const { t } = useTranslation()
  const word = useReasonWords()
  const reasons = reasonsFor(decision.to)
  if (reasons.length === 0) return null
  return (
    <MultiSelect
      label={t('enrolments.reasons')}
      placeholder={decision.reasons.length === 0 ? t('enrolments.chooseReasons') : ''}
      data={reasons.map((reason) => ({ value: reason, label: word(decision.to, reason) }))}
      value={[...decision.reasons]}
      error={missing.includes('reasons') ? t('enrolments.missing.reasons') : null}
      onChange={(chosen) => onChange({ ...decision, reasons: reasons.filter((reason) => chosen.includes(reason)) })}
    />
  )
}

function Outcome({ from, decision, missing, onChange }: StageFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  if (!enrolmentMoveRule(from, decision.to)?.requires.includes('outcomeClass')) return null
  return (
    <Select
      label={t('enrolments.outcome')}
      data={outcomeClasses.map((code) => ({ value: code, label: label('outcomeClass', code) }))}
      value={decision.outcomeClass}
      error={missing.includes('outcomeClass') ? t('enrolments.missing.outcomeClass') : null}
      onChange={(chosen) =>
        onChange({ ...decision, outcomeClass: outcomeClasses.find((code) => code === chosen) ?? null })
      }
    />
  )
}
