import { Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterModel, LetterModelFields } from '../../../shared/features/letters'
import { unknownFields } from '../../../shared/rules/merge-fields'
import { AppError } from '../../../shared/errors'
import { ask } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useChoiceLabel } from '../../i18n/choices'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { LetterTextFields } from './LetterTextFields'

interface ModelDrawerProps {
  /** Null for a new one. */
  readonly model: LetterModel | null
  readonly onClose: () => void
}

const labels = { kind: 'letters.kind', name: 'letters.name', subject: 'letters.subject', body: 'letters.body' } as const
const nothing: LetterModelFields = { kind: 'letter', name: '', subject: '', body: '' }

/** A model, new or known. A field that does not exist is said while it is typed, and not saved. */
export function ModelDrawer({ model, onClose }: ModelDrawerProps) {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const told = useTold()
  const [before] = useState(model)
  const [first] = useState(() => (before === null ? nothing : fieldsOf(before)))
  const [form, setForm] = useState(first)
  const change = (part: Partial<LetterModelFields>) => setForm((now) => ({ ...now, ...part }))
  const { save, dialog } = useRecordUpdate<LetterModel, Partial<LetterModelFields>>({
    read: readModel,
    write: (input) => ask('letters.updateModel', input),
    fieldLabel: (field) => (field in labels ? t(labels[field as keyof typeof labels]) : field),
    valueLabel: (field, value) => {
      if (typeof value !== 'string') return ''
      return field === 'kind' ? choice('letterKind', value) : value
    },
  })
  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    const ready = form.name.trim() !== '' && form.body.trim() !== ''
    if (!ready || unknownFields(`${form.subject}\n${form.body}`).length > 0) return false
    if (before === null) await ask('letters.createModel', form)
    else if (!(await save(before, changedFields(first, form)))) return false
    told.done(t('letters.saved', { name: form.name.trim() }))
    return true
  }

  async function trash(id: string): Promise<void> {
    try {
      await ask('letters.trashModel', { id })
      told.done(t('letters.trashed', { name: first.name }))
      onClose()
    } catch (problem) {
      told.failed(problem)
    }
  }

  const title = before?.name ?? t('letters.create')
  return (
    <FormDrawer
      {...drawer}
      label={title}
      acts={
        before === null ? null : (
          <Button variant="subtle" leftSection={<IconTrash size={15} />} onClick={() => void trash(before.id)}>
            {t('lists.trash')}
          </Button>
        )
      }
      className="letter-fields"
    >
      <TextInput
        label={t('letters.name')}
        autoComplete="off"
        maxLength={120}
        value={form.name}
        error={asked && form.name.trim() === '' ? t('letters.noName') : null}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <LetterTextFields
        text={form}
        onChange={change}
        bodyError={asked && form.body.trim() === '' ? t('letters.noBody') : null}
      />
      {dialog}
    </FormDrawer>
  )
}

function fieldsOf({ kind, name, subject, body }: LetterModel): LetterModelFields {
  return { kind, name, subject, body }
}

/** There are few: all are read. */
async function readModel(id: string): Promise<LetterModel> {
  const model = (await ask('letters.models', {})).find((one) => one.id === id)
  if (!model) throw new AppError('notFound', { entity: 'letterModels', id })
  return model
}
