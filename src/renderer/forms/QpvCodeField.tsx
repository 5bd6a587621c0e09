import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../api'
import '../ui/choice-chips.css'
import './forms.css'

interface QpvCodeFieldProps {
  readonly value: string
  /** The commune whose neighbourhoods are proposed. */
  readonly communeCode: string | null
  /** Whether one is asked for: it lies in one. Otherwise only the hint stands. */
  readonly asked: boolean
  /** What the list of the commune does not say. */
  readonly caution: (count: number, edition: string) => string
  readonly error: string | null
  readonly onChange: (code: string) => void
}

/** Which priority neighbourhood. Those of the commune are proposed; the list is incomplete, so any code may be typed. */
export function QpvCodeField({ value, communeCode, asked, caution, error, onChange }: QpvCodeFieldProps) {
  const { t } = useTranslation()
  const known = useQuery('reference.qpvs', { communeCode: communeCode ?? '' }, { enabled: communeCode !== null }).data
  const qpvs = communeCode === null ? [] : (known?.qpvs ?? [])
  return (
    <>
      {asked ? (
        <TextInput
          name="qpvCode"
          label={t('forms.qpvCode')}
          placeholder="QN04409M"
          autoComplete="off"
          maxLength={10}
          classNames={{ input: 'tab' }}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value.toUpperCase())}
        />
      ) : null}
      {asked && qpvs.length > 0 ? (
        <div className="span-4 commune-choice" role="group" aria-label={t('forms.qpvWhich')}>
          {qpvs.map(({ code, name }) => (
            <button
              type="button"
              className="chip-choice"
              key={code}
              aria-pressed={value === code}
              onClick={() => onChange(code)}
            >
              {name} <span className="tab">{code}</span>
            </button>
          ))}
        </div>
      ) : null}
      <p className="span-4 hint">{qpvs.length > 0 ? caution(qpvs.length, known?.edition ?? '') : t('forms.qpvHint')}</p>
    </>
  )
}
