import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReminderFields, ReminderRule } from '../../../shared/features/reminders'
import { reminderFieldsFor } from '../../../shared/rules/reminders'
import type { SpaceKind } from '../../../shared/rules/values'
import { AppError } from '../../../shared/errors'
import { ask, useQuery } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { useChoiceLabel } from '../../i18n/choices'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import '../../ui/dialogs.css'

interface RuleDialogProps {
  readonly kind: SpaceKind
  /** Null for a new one. */
  readonly rule: ReminderRule | null
  readonly onClose: () => void
}

/** A rule: what to do, how many days before or after which date; how many tasks that makes today. */
export function RuleDialog({ kind, rule, onClose }: RuleDialogProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const fields = reminderFieldsFor(kind)
  const [before] = useState(rule)
  const [title, setTitle] = useState(before?.title ?? '')
  const [dateField, setDateField] = useState(before?.dateField ?? fields[0] ?? 'documentExpiry')
  const [days, setDays] = useState(Math.abs(before?.offsetDays ?? 7))
  const [direction, setDirection] = useState<'before' | 'after'>((before?.offsetDays ?? -1) < 0 ? 'before' : 'after')
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const offsetDays = direction === 'before' && days !== 0 ? -days : days
  const preview = useQuery('reminders.preview', { dateField, offsetDays }, { keepPrevious: true }).data
  const { save: update, dialog } = useRuleUpdate()

  async function write(): Promise<void> {
    setAsked(true)
    if (title.trim() === '') return
    setSaving(true)
    const now = { title: title.trim(), dateField, offsetDays }
    try {
      if (before === null) await ask('reminders.createRule', { ...now, active: true })
      else {
        const { title: was, dateField: from, offsetDays: by } = before
        if (!(await update(before, changedFields({ title: was, dateField: from, offsetDays: by }, now)))) return
      }
      told.done(t('reminders.saved', { title: now.title }))
      await ask('reminders.run', {})
      onClose()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title={t(before === null ? 'reminders.add' : 'reminders.edit')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <div className="reminders-form">
          <TextInput
            label={t('reminders.taskTitle')}
            autoComplete="off"
            maxLength={120}
            data-autofocus
            value={title}
            error={asked && title.trim() === '' ? t('reminders.titleNeeded') : null}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <div className="reminders-when">
            <NumberInput
              label={t('reminders.days')}
              min={0}
              max={365}
              clampBehavior="strict"
              allowDecimal={false}
              value={days}
              onChange={(value) => setDays(typeof value === 'number' ? value : 0)}
            />
            <Select
              label={t('reminders.direction')}
              data={[
                { value: 'before', label: t('reminders.before') },
                { value: 'after', label: t('reminders.after') },
              ]}
              value={direction}
              onChange={(value) => setDirection(value === 'after' ? 'after' : 'before')}
            />
            <Select
              label={t('reminders.dateField')}
              data={fields.map((field) => ({ value: field, label: label('reminderDateField', field) }))}
              value={dateField}
              onChange={(value) => setDateField(fields.find((field) => field === value) ?? dateField)}
            />
          </div>
          <p className="hint" aria-live="polite">
            {preview ? t('reminders.preview', { count: preview.tasks }) : null}
          </p>
        </div>
        <div className="dialog-acts">
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="filled" loading={saving}>
            {t('common.save')}
          </Button>
        </div>
      </form>
      {dialog}
    </Modal>
  )
}

function useRuleUpdate() {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const labels: Readonly<Record<string, string>> = {
    title: t('reminders.taskTitle'),
    dateField: t('reminders.dateField'),
    offsetDays: t('reminders.days'),
    active: t('reminders.state'),
  }
  return useRecordUpdate<ReminderRule, Partial<ReminderFields>>({
    async read(id) {
      const found = (await ask('reminders.rules', {})).find((rule) => rule.id === id)
      if (!found) throw new AppError('notFound', { entity: 'reminderRules', id })
      return found
    },
    write: (input) => ask('reminders.updateRule', input),
    fieldLabel: (field) => labels[field] ?? field,
    valueLabel: (field, said) => (field === 'dateField' ? choice('reminderDateField', String(said)) : String(said)),
  })
}
