import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../shared/features/lists'
import { fold } from '../../../shared/rules/fold'
import { useChoiceLabel } from '../../i18n/choices'
import { DateField } from '../DateField'
import { type FilterField, isComplete, type Operator, operatorsOf, takesNoValue, withOperator } from './conditions'

interface ConditionFormProps {
  readonly field: FilterField
  readonly condition: Condition
  readonly onApply: (condition: Condition) => void
}

/** One condition: what is asked of the field, and the values it is compared with. */
export function ConditionForm({ field, condition, onApply }: ConditionFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(condition)
  const operators = operatorsOf[field.description.kind]
  return (
    <form
      className="condition"
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete(draft)) onApply(draft)
      }}
    >
      <p className="h3">{field.label}</p>
      {operators.length > 1 ? (
        <Select
          size="xs"
          aria-label={t('grid.operatorLabel')}
          data={operators.map((operator) => ({ value: operator, label: t(`grid.operator.${operator}`) }))}
          value={draft.operator}
          comboboxProps={{ withinPortal: false }}
          onChange={(operator) => operator && setDraft(withOperator(draft, operator as Operator))}
        />
      ) : null}
      {takesNoValue(draft.operator) ? null : <ConditionValue field={field} condition={draft} onChange={setDraft} />}
      <Button size="xs" type="submit" disabled={!isComplete(draft)}>
        {t('common.apply')}
      </Button>
    </form>
  )
}

interface ConditionValueProps {
  readonly field: FilterField
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
}

function ConditionValue({ field, condition, onChange }: ConditionValueProps) {
  const { t } = useTranslation()
  const { kind } = field.description
  if (condition.operator === 'between') return <BetweenValues field={field} condition={condition} onChange={onChange} />
  if (kind === 'choice') return <ChoiceValues field={field} condition={condition} onChange={onChange} />
  if (kind === 'boolean') {
    return (
      <Select
        size="xs"
        aria-label={field.label}
        data={[
          { value: 'yes', label: t('grid.yes') },
          { value: 'no', label: t('grid.no') },
        ]}
        value={condition.value === false ? 'no' : 'yes'}
        comboboxProps={{ withinPortal: false }}
        onChange={(answer) => onChange({ ...condition, value: answer === 'yes' })}
      />
    )
  }
  return (
    <OneValue
      kind={kind}
      label={field.label}
      value={Array.isArray(condition.value) ? null : condition.value}
      onChange={(value) => onChange({ ...condition, value })}
    />
  )
}

type Single = string | number | boolean | null

interface OneValueProps {
  readonly kind: 'text' | 'number' | 'date'
  readonly label: string
  readonly value: Single
  readonly onChange: (value: string | number | null) => void
}

function OneValue({ kind, label, value, onChange }: OneValueProps) {
  if (kind === 'date') {
    return (
      <DateField
        size="xs"
        inPopover
        label={label}
        value={typeof value === 'string' && value ? value : null}
        onChange={onChange}
      />
    )
  }
  if (kind === 'number') {
    return (
      <NumberInput
        size="xs"
        hideControls
        aria-label={label}
        value={typeof value === 'number' ? value : ''}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
        data-autofocus
      />
    )
  }
  return (
    <TextInput
      size="xs"
      aria-label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-autofocus
    />
  )
}

function BetweenValues({ field, condition, onChange }: ConditionValueProps) {
  const { t } = useTranslation()
  const [from = '', to = ''] = Array.isArray(condition.value) ? condition.value : []
  const kind = field.description.kind === 'date' ? 'date' : 'number'
  return (
    <div className="condition-between">
      <OneValue
        kind={kind}
        label={t('grid.from')}
        value={from}
        onChange={(value) => onChange({ ...condition, value: [value ?? '', to] })}
      />
      <OneValue
        kind={kind}
        label={t('grid.to')}
        value={to}
        onChange={(value) => onChange({ ...condition, value: [from, value ?? ''] })}
      />
    </div>
  )
}

function ChoiceValues({ field, condition, onChange }: ConditionValueProps) {
  const label = useChoiceLabel()
  const chosen = Array.isArray(condition.value) ? condition.value : []
  const codes = field.description.values ?? []
  return (
    <Checkbox.Group
      aria-label={field.label}
      value={chosen.map(String)}
      onChange={(values) => onChange({ ...condition, value: codes.filter((code) => values.includes(code)) })}
    >
      <div className="condition-choices">
        {codes.map((code) => (
          <Checkbox key={code} value={code} label={label(field.description.choices ?? '', code)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

/** The fields one may put a condition on, found by typing. */
export function FieldList({
  fields,
  onChoose,
}: {
  fields: readonly FilterField[]
  onChoose: (field: FilterField) => void
}) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const found = fields.filter(({ label }) => fold(label).includes(fold(search)))
  return (
    <div className="field-list">
      <TextInput
        size="xs"
        placeholder={t('grid.findField')}
        aria-label={t('grid.findField')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0]) onChoose(found[0])
        }}
        data-autofocus
      />
      <ul>
        {found.map((field) => (
          <li key={field.field}>
            <button type="button" onClick={() => onChoose(field)}>
              {field.label}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="cell-nothing">{t('ui.nothingFound')}</p> : null}
    </div>
  )
}
