import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AskedPurpose } from '../../../shared/features/agreements'
import type { Consent } from '../../../shared/features/people'
import { consentHows, consentState } from '../../../shared/rules/consent'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import type { AnswersForm, AnswersProblems } from './answers-form'

interface AnswersFieldsProps {
  readonly purposes: readonly AskedPurpose[]
  readonly known: readonly Consent[]
  readonly form: AnswersForm
  readonly problems: AnswersProblems | null
  readonly wordingVersion: string | null
  readonly onChange: (part: Partial<AnswersForm>) => void
}

/** One answer for each purpose, none of them given beforehand; then how and when they were given. */
export function AnswersFields({ purposes, known, form, problems, wordingVersion, onChange }: AnswersFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const since = problems?.since ?? null
  const on = problems?.on ?? null
  return (
    <div className="answers">
      {purposes.map((purpose) => (
        <Answer
          key={purpose}
          purpose={purpose}
          before={known.find((one) => one.purpose === purpose && one.referralId === null) ?? null}
          agreed={form.answers[purpose]}
          onChange={(agreed) => onChange({ answers: withAnswer(form.answers, purpose, agreed) })}
        />
      ))}
      {problems?.answers ? (
        <p className="answers-wrong" role="alert">
          {t('agreements.missing.answers')}
        </p>
      ) : null}
      <div className="form-grid">
        <Select
          label={t('agreements.how')}
          placeholder={t('agreements.choose')}
          data={consentHows.map((how) => ({ value: how, label: label('consentHow', how) }))}
          value={form.how}
          error={problems?.how ? t('agreements.missing.how') : null}
          onChange={(how) => onChange({ how: consentHows.find((candidate) => candidate === how) ?? null })}
        />
        <DateField
          label={t('agreements.on')}
          value={form.on}
          error={on === null ? null : t(`agreements.missing.${on}`, { day: since === null ? '' : format.day(since) })}
          onChange={(value) => onChange({ on: value })}
        />
        <TextInput
          className="span-4"
          label={<FieldLabel optional>{t('agreements.proof')}</FieldLabel>}
          maxLength={200}
          placeholder={t('agreements.proofExample')}
          value={form.proof}
          onChange={(event) => onChange({ proof: event.currentTarget.value })}
        />
      </div>
      {wordingVersion === null ? null : (
        <p className="hint">{t('agreements.wordingHint', { version: wordingVersion })}</p>
      )}
    </div>
  )
}

function withAnswer(answers: AnswersForm['answers'], purpose: AskedPurpose, agreed: boolean | undefined) {
  const { [purpose]: _, ...others } = answers
  return agreed === undefined ? others : { ...others, [purpose]: agreed }
}

interface AnswerProps {
  readonly purpose: AskedPurpose
  readonly before: Consent | null
  readonly agreed: boolean | undefined
  readonly onChange: (agreed: boolean | undefined) => void
}

function Answer({ purpose, before, agreed, onChange }: AnswerProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const state = before === null ? null : consentState(before)
  return (
    <div className="answer">
      <ChoiceChips
        label={label('consentPurpose', purpose)}
        single
        choices={[
          { code: 'agrees', label: t('agreements.agrees') },
          { code: 'refuses', label: t('agreements.refuses') },
        ]}
        value={agreed === undefined ? [] : [agreed ? 'agrees' : 'refuses']}
        onChange={([code]) => onChange(code === undefined ? undefined : code === 'agrees')}
      />
      <small className="t3">
        {before === null || state === null
          ? t('agreements.neverAsked')
          : t('agreements.before', {
              state: label('consentState', state).toLocaleLowerCase(),
              day: format.day(before.withdrawnOn ?? before.givenOn),
            })}
      </small>
    </div>
  )
}
