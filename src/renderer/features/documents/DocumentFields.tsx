import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { documentKinds } from '../../../shared/rules/papers'
import { useChoiceLabel } from '../../i18n/choices'
import { DateField } from '../../ui/DateField'
import { FreeTextField } from '../../ui/FreeTextField'
import { type DocumentForm, type problemsOf, kindOf } from './document-form'

interface DocumentFieldsProps {
  readonly form: DocumentForm
  readonly onChange: (part: Partial<DocumentForm>) => void
  /** What is wrong, by field; null before saving was asked for. */
  readonly problems: ReturnType<typeof problemsOf> | null
}

/** What is known of a paper besides its file. */
export function DocumentFields({ form, onChange, problems }: DocumentFieldsProps) {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const said = (field: string): string | null => {
    const problem = problems?.get(field)
    return problem === undefined ? null : t(`documents.wrong.${problem}`)
  }
  return (
    <div className="document-fields">
      <TextInput
        label={t('documents.name')}
        autoComplete="off"
        maxLength={200}
        value={form.title}
        error={said('title')}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Select
        label={t('documents.kind')}
        allowDeselect={false}
        data={documentKinds.map((kind) => ({ value: kind, label: choice('documentKind', kind) }))}
        value={form.kind}
        onChange={(kind) => onChange({ kind: kindOf(kind) ?? form.kind })}
      />
      <div className="document-dates">
        <DateField
          optional
          label={t('documents.documentOn')}
          value={form.documentOn}
          onChange={(documentOn) => onChange({ documentOn })}
        />
        <DateField
          optional
          label={t('documents.expiresOn')}
          value={form.expiresOn}
          error={said('expiresOn')}
          onChange={(expiresOn) => onChange({ expiresOn })}
        />
      </div>
      <FreeTextField optional label={t('documents.note')} value={form.note} onChange={(note) => onChange({ note })} />
    </div>
  )
}
