import type { Commune } from '../../shared/features/reference'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from './FieldLabel'
import { type PickerOption, RecordPicker } from './RecordPicker'

interface CommunePickerProps extends FieldProps {
  readonly value: { readonly code: string; readonly name: string } | null
  readonly onChange: (commune: Commune | null) => void
  readonly search: (text: string) => Promise<readonly Commune[]>
}

interface CommuneOption extends PickerOption {
  readonly commune: Commune
}

/** A commune of the official list, by its name or a postcode. */
export function CommunePicker({ value, onChange, search, ...field }: CommunePickerProps) {
  const { t } = useTranslation()
  return (
    <RecordPicker<CommuneOption>
      {...field}
      placeholder={t('ui.communePlaceholder')}
      value={value ? { id: value.code, label: value.name } : null}
      onChange={(option) => onChange(option?.commune ?? null)}
      search={async (text) => (await search(text)).map(toOption)}
    />
  )
}

function toOption(commune: Commune): CommuneOption {
  const [first, ...others] = commune.postcodes
  const postcodes = others.length > 0 ? `${first ?? ''}…` : (first ?? '')
  return { id: commune.code, label: commune.name, detail: `${postcodes} ${commune.department}`.trim(), commune }
}
