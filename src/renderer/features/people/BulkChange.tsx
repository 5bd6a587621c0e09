import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseQpvCode } from '../../../shared/rules/identifiers'
import {
  type QpvHow,
  educationLevels,
  personStatuses,
  projectStages,
  qpvHows,
  qpvStates,
} from '../../../shared/rules/values'
import { type InputOf, ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import type { Selected } from '../../lists/WorkingList'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'
import { findLandlords, findResidences } from './HomeFields'
import { usePersonFieldWords } from './use-field-words'

type Change = InputOf<'people.bulkChange'>['change']
type Field = Change['field']

const fields: readonly Field[] = ['status', 'education', 'projectStage', 'landlordId', 'residenceId', 'qpvState']
const choices = {
  status: ['personStatus', personStatuses],
  education: ['educationLevel', educationLevels],
  projectStage: ['projectStage', projectStages],
} as const

interface Draft {
  readonly field: Field
  readonly value: string | null
  /** Of a landlord or a residence, its name. */
  readonly record: PickerOption | null
  readonly qpvHow: QpvHow | null
  readonly qpvCode: string
}

const start = { value: null, record: null, qpvHow: null, qpvCode: '' } as const

/** One field, one value, as many people as were selected; said whole before it is written. */
export function BulkChange({ selected, onClose }: { selected: Selected; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const said = usePersonFieldWords()
  const [draft, setDraft] = useState<Draft>({ field: 'status', ...start })
  const [asked, setAsked] = useState(false)
  const change = changeOf(draft)

  async function save(): Promise<void> {
    setAsked(true)
    if (change === null) return
    try {
      const { changed } = await ask('people.bulkChange', { selection: selected.selection, change })
      told.done(t('people.bulkChanged', { count: changed }))
    } catch (problem) {
      told.failed(problem)
    }
    onClose()
  }

  const shown = draft.record?.label ?? said.value(draft.field, draft.value)
  return (
    <ConfirmDialog
      opened
      title={t('people.bulkTitle', { count: selected.count })}
      confirm={t('people.bulkConfirm', { count: selected.count })}
      keep={t('common.cancel')}
      onConfirm={save}
      onClose={onClose}
    >
      <div className="stack">
        <Select
          label={t('people.bulkField')}
          allowDeselect={false}
          data={fields.map((field) => ({ value: field, label: said.label(field) }))}
          value={draft.field}
          onChange={(field) => {
            setDraft({ field: fields.find((known) => known === field) ?? draft.field, ...start })
            setAsked(false)
          }}
        />
        <ValueField draft={draft} missing={asked && change === null} onChange={setDraft} />
        <p className="t2" role="status">
          {t('people.bulkBody', {
            field: said.label(draft.field),
            value: shown === '' ? t('people.bulkNothing') : shown,
          })}
        </p>
      </div>
    </ConfirmDialog>
  )
}

interface ValueFieldProps {
  readonly draft: Draft
  readonly missing: boolean
  readonly onChange: (draft: Draft) => void
}

function ValueField({ draft, missing, onChange }: ValueFieldProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  if (draft.field === 'landlordId' || draft.field === 'residenceId') {
    return (
      <RecordPicker
        label={t('people.bulkValue')}
        optional
        value={draft.record}
        search={draft.field === 'landlordId' ? findLandlords : (text) => findResidences(text, null)}
        onChange={(record) => onChange({ ...draft, record, value: record?.id ?? null })}
      />
    )
  }
  if (draft.field === 'qpvState') return <QpvValue draft={draft} missing={missing} onChange={onChange} />
  const [list, codes] = choices[draft.field]
  return (
    <Select
      label={t('people.bulkValue')}
      clearable
      data={codes.map((code) => ({ value: code, label: label(list, code) }))}
      value={draft.value}
      onChange={(value) => onChange({ ...draft, value })}
    />
  )
}

function QpvValue({ draft, missing, onChange }: ValueFieldProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const wrong = missing ? t('people.qpvCodeNeeded') : null
  return (
    <>
      <Select
        label={t('people.bulkValue')}
        data={qpvStates.map((state) => ({ value: state, label: label('qpvState', state) }))}
        value={draft.value}
        error={missing && draft.value === null ? t('people.valueNeeded') : null}
        onChange={(value) => onChange({ ...draft, value })}
      />
      {draft.value === 'in' || draft.value === 'out' ? (
        <Select
          label={t('forms.qpvHow')}
          data={qpvHows.filter((how) => how !== 'imported').map((how) => ({ value: how, label: label('qpvHow', how) }))}
          value={draft.qpvHow}
          error={missing && draft.qpvHow === null ? t('people.valueNeeded') : null}
          onChange={(how) => onChange({ ...draft, qpvHow: how })}
        />
      ) : null}
      {draft.value === 'in' ? (
        <TextInput
          label={t('forms.qpvCode')}
          maxLength={10}
          classNames={{ input: 'tab' }}
          value={draft.qpvCode}
          error={wrong}
          onChange={(event) => onChange({ ...draft, qpvCode: event.currentTarget.value.toUpperCase() })}
        />
      ) : null}
    </>
  )
}

/** The change of the contract, or null while something it needs is not said. */
function changeOf({ field, value, qpvHow, qpvCode }: Draft): Change | null {
  if (field !== 'qpvState') return { field, value }
  if (value === null) return null
  if (value === 'toCheck') return { field, value }
  if (qpvHow === null) return null
  if (value === 'out') return { field, value, qpvHow }
  const code = parseQpvCode(qpvCode)
  return code.ok ? { field, value, qpvHow, qpvCode: code.value } : null
}
