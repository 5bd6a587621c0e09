import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { ask, useQuery } from '../api'
import { CommunePicker } from '../ui/CommunePicker'
import { FieldLabel } from '../ui/FieldLabel'
import type { AddressValues } from './person-values'
import '../ui/choice-chips.css'
import './forms.css'

interface AddressFieldsProps {
  readonly value: AddressValues
  readonly onChange: (value: AddressValues) => void
  readonly error?: string | null
}

/**
 * Where someone lives. A postcode that covers several communes asks which; a CEDEX belongs to none, which is no
 * error: the communes of that name are proposed.
 */
export function AddressFields({ value, onChange, error = null }: AddressFieldsProps) {
  const { t } = useTranslation()
  const [postcode] = useDebouncedValue(value.postcode.trim(), 150)
  const found = useQuery(
    'reference.resolveCommune',
    { postcode, city: value.city },
    { enabled: /^\d{5}$/u.test(postcode) && value.commune === null, keepPrevious: false },
  ).data
  const proposed =
    value.commune !== null || found === undefined || found.kind === 'unknown'
      ? []
      : found.kind === 'one'
        ? [found.commune]
        : found.communes
  const hint =
    value.commune || found === undefined
      ? null
      : found.kind === 'cedex'
        ? t('forms.cedex')
        : found.kind === 'several'
          ? t('forms.severalCommunes')
          : null

  return (
    <>
      <TextInput
        className="span-2"
        name="address"
        label={<FieldLabel optional>{t('forms.address')}</FieldLabel>}
        autoComplete="off"
        maxLength={200}
        value={value.address}
        onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
      />
      <TextInput
        name="postcode"
        label={<FieldLabel optional>{t('forms.postcode')}</FieldLabel>}
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        classNames={{ input: 'tab' }}
        value={value.postcode}
        error={error}
        onChange={(event) => onChange({ ...value, postcode: event.currentTarget.value, commune: null, city: '' })}
      />
      <CommunePicker
        label={t('forms.commune')}
        optional
        value={value.commune}
        search={(text) => ask('reference.communes', { text: text || value.postcode, limit: 12 })}
        onChange={(commune) =>
          onChange({
            ...value,
            commune: commune ? { code: commune.code, name: commune.name } : null,
            city: commune?.name ?? '',
            postcode: value.postcode || (commune?.postcodes.length === 1 ? (commune.postcodes[0] ?? '') : ''),
          })
        }
      />
      {proposed.length > 0 ? (
        <div className="span-4 commune-choice" role="group" aria-label={t('forms.whichCommune')}>
          {hint ? <span className="hint">{hint}</span> : null}
          {proposed.slice(0, 12).map((commune) => (
            <button
              type="button"
              className="chip-choice"
              key={commune.code}
              onClick={() =>
                onChange({ ...value, commune: { code: commune.code, name: commune.name }, city: commune.name })
              }
            >
              {commune.name}
            </button>
          ))}
        </div>
      ) : null}
    </>
  )
}
