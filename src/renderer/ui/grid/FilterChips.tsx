import { Popover } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../shared/features/lists'
import { ConditionForm, FieldList } from './ConditionForm'
import { type FilterField, newCondition, useConditionWords } from './conditions'

interface FilterChipsProps {
  readonly fields: readonly FilterField[]
  readonly conditions: readonly Condition[]
  readonly onChange: (conditions: Condition[]) => void
}

/** The conditions of a list, each a chip that opens, and the button that adds one. */
export function FilterChips({ fields, conditions, onChange }: FilterChipsProps) {
  return (
    <>
      {conditions.map((condition, index) => {
        const field = fields.find((candidate) => candidate.field === condition.field)
        return field ? (
          <Chip
            key={`${condition.field} ${index}`}
            field={field}
            condition={condition}
            onChange={(changed) => onChange(conditions.with(index, changed))}
            onRemove={() => onChange(conditions.toSpliced(index, 1))}
          />
        ) : null
      })}
      <AddFilter fields={fields} onAdd={(condition) => onChange([...conditions, condition])} />
    </>
  )
}

interface ChipProps {
  readonly field: FilterField
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}

function Chip({ field, condition, onChange, onRemove }: ChipProps) {
  const { t } = useTranslation()
  const words = useConditionWords()
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <span className="filter-chip">
          <button type="button" aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            {field.label} <b className="cut">{words(field, condition)}</b>
          </button>
          <button type="button" aria-label={t('grid.removeFilter', { label: field.label })} onClick={onRemove}>
            <IconX size={13} />
          </button>
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={field.label}>
        <ConditionForm
          field={field}
          condition={condition}
          onApply={(changed) => {
            setOpened(false)
            onChange(changed)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function AddFilter({ fields, onAdd }: { fields: readonly FilterField[]; onAdd: (condition: Condition) => void }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [field, setField] = useState<FilterField | null>(null)

  function show(wanted: boolean): void {
    setOpened(wanted)
    setField(null)
  }

  return (
    <Popover opened={opened} onChange={show} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="filter-add" aria-expanded={opened} onClick={() => show(!opened)}>
          <IconPlus size={14} />
          {t('grid.addFilter')}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('grid.addFilter')} {...(field ? {} : { p: 4 })}>
        {field ? (
          <ConditionForm
            field={field}
            condition={newCondition(field)}
            onApply={(condition) => {
              show(false)
              onAdd(condition)
            }}
          />
        ) : (
          <FieldList fields={fields} onChoose={setField} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
