import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { qpvHows, qpvStates } from '../../shared/rules/values'
import { useQuery } from '../api'
import { useChoiceLabel } from '../i18n/choices'
import type { QpvValues } from './person-values'
import './forms.css'

interface QpvFieldsProps {
  readonly value: QpvValues
  readonly communeCode: string | null
  /** What is wrong with the code of the neighbourhood. */
  readonly error?: string | null
  readonly onChange: (value: QpvValues) => void
}

/** Whether an address lies in a priority neighbourhood, and how that is known. The list proposes; it never concludes. */
export function QpvFields({ value, communeCode, error = null, onChange }: QpvFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const known = useQuery('reference.qpvs', { communeCode: communeCode ?? '' }, { enabled: communeCode !== null }).data
  const qpvs = communeCode === null ? [] : (known?.qpvs ?? [])
  const unknown = value.qpvState === 'toCheck'
  return (
    <>
      <Select
        label={t('forms.qpv')}
        data={qpvStates.map((state) => ({ value: state, label: label('qpvState', state) }))}
        value={value.qpvState}
        onChange={(state) => {
          const qpvState = qpvStates.find((candidate) => candidate === state) ?? 'toCheck'
          onChange({
            qpvState,
            qpvCode: qpvState === 'in' ? value.qpvCode : null,
            qpvHow: qpvState === 'toCheck' ? null : (value.qpvHow ?? 'personSaid'),
          })
        }}
      />
      {unknown ? null : (
        <Select
          label={t('forms.qpvHow')}
          data={qpvHows.filter((how) => how !== 'imported').map((how) => ({ value: how, label: label('qpvHow', how) }))}
          value={value.qpvHow}
          onChange={(how) => onChange({ ...value, qpvHow: qpvHows.find((candidate) => candidate === how) ?? null })}
        />
      )}
      {value.qpvState === 'in' && qpvs.length > 0 ? (
        <Select
          className="span-2"
          label={t('forms.qpvWhich')}
          clearable
          data={qpvs.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          value={value.qpvCode}
          error={error}
          onChange={(qpvCode) => onChange({ ...value, qpvCode })}
        />
      ) : null}
      {value.qpvState === 'in' && qpvs.length === 0 ? (
        <TextInput
          className="span-2"
          label={t('forms.qpvCode')}
          placeholder="QN04409M"
          autoComplete="off"
          maxLength={10}
          classNames={{ input: 'tab' }}
          value={value.qpvCode ?? ''}
          error={error}
          onChange={(event) => onChange({ ...value, qpvCode: event.currentTarget.value.toUpperCase() })}
        />
      ) : null}
      <p className="span-4 hint">
        {qpvs.length > 0
          ? t('forms.qpvsOfCommune', { count: qpvs.length, edition: known?.edition ?? '' })
          : t('forms.qpvHint')}
      </p>
    </>
  )
}
