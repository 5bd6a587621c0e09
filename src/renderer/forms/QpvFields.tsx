import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { qpvHows, qpvStates } from '../../shared/rules/values'
import { useChoiceLabel } from '../i18n/choices'
import type { QpvValues } from './person-values'
import { QpvCodeField } from './QpvCodeField'

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
      <QpvCodeField
        value={value.qpvCode ?? ''}
        communeCode={communeCode}
        asked={value.qpvState === 'in'}
        caution={(count, edition) => t('forms.qpvsOfCommune', { count, edition })}
        error={error}
        onChange={(qpvCode) => onChange({ ...value, qpvCode })}
      />
    </>
  )
}
