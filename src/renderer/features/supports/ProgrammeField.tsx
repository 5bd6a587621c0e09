import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { FieldLabel } from '../../ui/FieldLabel'

interface ProgrammeFieldProps {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** The programme a spell is part of; not asked where there is none. */
export function ProgrammeField({ value, onChange }: ProgrammeFieldProps) {
  const { t } = useTranslation()
  const programmes = useQuery('supports.programmes', {}).data ?? []
  if (programmes.length === 0) return null
  return (
    <Select
      label={<FieldLabel optional>{t('supports.programme')}</FieldLabel>}
      data={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      clearable
      allowDeselect
      value={value}
      onChange={onChange}
    />
  )
}
