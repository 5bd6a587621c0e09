import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Support, SupportFields } from '../../../shared/features/supports'
import { type SupportEndReason, supportEndReasons } from '../../../shared/rules/coaching'
import { ask } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useChoiceLabel } from '../../i18n/choices'
import { useRecordUpdate } from '../../lists/use-record-update'
import { today } from '../../today'
import { useTold } from '../../told'
import { DateField } from '../../ui/DateField'
import { FreeTextField } from '../../ui/FreeTextField'
import { ProgrammeField } from './ProgrammeField'
import { useSupportWords } from './use-support-words'

interface SupportDrawerProps {
  readonly support: Support
  /** `end`: the spell is over, and says why; `edit`: what is noted of it changes. */
  readonly mode: 'edit' | 'end'
  readonly onClose: () => void
}

interface Form {
  readonly programmeId: string | null
  readonly startedOn: string | null
  readonly endedOn: string | null
  readonly endReason: SupportEndReason | null
  readonly endNote: string
  readonly personWords: string
  readonly coachWords: string
}

/** A spell: its dates, why it ended, and what the person and the coach say of it, for the summary. */
export function SupportDrawer({ support, mode, onClose }: SupportDrawerProps) {
  const { t } = useTranslation()
  const told = useTold()
  const said = useSupportWords()
  const [before] = useState(support)
  const ends = mode === 'end'
  const [first] = useState(() => formOf(before))
  const [form, setForm] = useState<Form>(ends ? { ...first, endedOn: today() } : first)
  const { save: update, dialog } = useRecordUpdate<Support, Partial<SupportFields>>({
    read: (id) => ask('supports.get', { id }),
    write: (input) => ask('supports.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  const over = ends || before.endedOn !== null
  const problems = problemsOf(form, over)

  const { asked, drawer } = useDrawerSave({ write, onClose })

  /** Ending is one command and the words are another: both are taken back together. */
  async function write(): Promise<boolean> {
    if (problems.length > 0) return false
    const ended = ends && form.endedOn !== null && form.endReason !== null
    const fields = changesOf(first, form, over && !ends)
    const some = Object.keys(fields).length > 0
    if (some && !(await update(before, fields))) return false
    if (ended) {
      const { endedOn, endReason, endNote } = form
      await ask('supports.end', { id: before.id, endedOn: endedOn ?? '', endReason: endReason ?? 'other', endNote })
    }
    const commands = Number(some) + Number(ended)
    if (commands > 0) told.done(t(ends ? 'supports.ended' : 'supports.saved'), commands)
    return true
  }

  const title = ends ? t('supports.end') : t('supports.edit')
  return (
    <FormDrawer
      {...drawer}
      label={title}
      over={before.coachName}
      title={title}
      {...(ends ? { verb: t('supports.endIt') } : {})}
      className="stack"
    >
      {ends ? null : (
        <>
          <DateField
            label={t('supports.startedOn')}
            error={asked && problems.includes('startedOn') ? t('supports.dayNeeded') : null}
            value={form.startedOn}
            onChange={(startedOn) => setForm({ ...form, startedOn })}
          />
          <ProgrammeField value={form.programmeId} onChange={(programmeId) => setForm({ ...form, programmeId })} />
        </>
      )}
      {over ? (
        <EndFields
          form={form}
          handedOver={before.endReason === 'handedOver'}
          problems={asked ? problems : []}
          onChange={setForm}
        />
      ) : null}
      <FreeTextField
        label={t('supports.personWords')}
        description={t('supports.personWordsHint')}
        optional
        value={form.personWords}
        onChange={(personWords) => setForm({ ...form, personWords })}
      />
      <FreeTextField
        label={t('supports.coachWords')}
        description={t('supports.coachWordsHint')}
        optional
        value={form.coachWords}
        onChange={(coachWords) => setForm({ ...form, coachWords })}
      />
      {dialog}
    </FormDrawer>
  )
}

interface EndFieldsProps {
  readonly form: Form
  readonly handedOver: boolean
  readonly problems: ReturnType<typeof problemsOf>
  readonly onChange: (form: Form) => void
}

function EndFields({ form, handedOver, problems, onChange }: EndFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const wrongDay = problems.includes('backwards')
    ? t('supports.endsBefore')
    : problems.includes('endedOn')
      ? t('supports.endNeeded')
      : null
  return (
    <>
      <DateField
        label={t('supports.endedOn')}
        error={wrongDay}
        value={form.endedOn}
        onChange={(endedOn) => onChange({ ...form, endedOn })}
      />
      <Select
        label={t('supports.endReason')}
        disabled={handedOver}
        error={problems.includes('endReason') ? t('supports.reasonNeeded') : null}
        data={supportEndReasons
          .filter((reason) => handedOver || reason !== 'handedOver')
          .map((reason) => ({ value: reason, label: label('supportEndReason', reason) }))}
        value={form.endReason}
        onChange={(endReason) => onChange({ ...form, endReason: endReason as SupportEndReason | null })}
      />
      <FreeTextField
        label={t('supports.endNote')}
        optional
        value={form.endNote}
        onChange={(endNote) => onChange({ ...form, endNote })}
      />
    </>
  )
}

function formOf(support: Support): Form {
  const { programmeId, startedOn, endedOn, endReason, endNote, personWords, coachWords } = support
  return {
    programmeId,
    startedOn,
    endedOn,
    endReason,
    endNote: endNote ?? '',
    personWords: personWords ?? '',
    coachWords: coachWords ?? '',
  }
}

/** What differs; how it ended is only a change of a spell that is over already. */
function changesOf(before: Form, after: Form, wasOver: boolean): Partial<SupportFields> {
  const fieldsOf = ({ endedOn, endReason, endNote, ...form }: Form) => ({
    programmeId: form.programmeId,
    startedOn: form.startedOn ?? '',
    personWords: form.personWords.trim() || null,
    coachWords: form.coachWords.trim() || null,
    ...(wasOver ? { endedOn: endedOn ?? '', endReason: endReason ?? 'other', endNote: endNote.trim() || null } : {}),
  })
  return changedFields<Partial<SupportFields>>(fieldsOf(before), fieldsOf(after))
}

function problemsOf(form: Form, over: boolean): readonly ('startedOn' | 'endedOn' | 'backwards' | 'endReason')[] {
  const { startedOn, endedOn, endReason } = form
  return [
    ...(startedOn === null || startedOn > today() ? (['startedOn'] as const) : []),
    ...(over && (endedOn === null || endedOn > today()) ? (['endedOn'] as const) : []),
    ...(over && startedOn !== null && endedOn !== null && endedOn < startedOn ? (['backwards'] as const) : []),
    ...(over && endReason === null ? (['endReason'] as const) : []),
  ]
}
