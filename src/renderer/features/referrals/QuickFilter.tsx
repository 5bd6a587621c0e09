import { Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { Condition, Filter } from '../../../shared/features/lists'

interface QuickFilterProps {
  /** « Bailleur » */
  readonly label: string
  /** « tous » */
  readonly all: string
  readonly field: string
  readonly filter: Filter
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (filter: Filter) => void
}

/** The condition that is asked all day long, in one click. */
export function QuickFilter({ label, all, field, filter, choices, onChange }: QuickFilterProps) {
  const condition = filter.conditions.find((candidate) => candidate.field === field)
  const current = choices.find(({ value }) => value === condition?.value)

  function choose(value: string | null): void {
    const others: Condition[] = filter.conditions.filter((candidate) => candidate.field !== field)
    onChange({ ...filter, conditions: value === null ? others : [...others, { field, operator: 'is', value }] })
  }

  return (
    <Menu>
      <Menu.Target>
        <button type="button" className="quick-filter">
          {label} <b className="cut">{current?.label ?? all}</b>
          <IconChevronDown size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} className="quick-filter-choices">
        {[{ value: null, label: all }, ...choices].map((choice) => (
          <Menu.RadioItem
            key={choice.value ?? ''}
            value={choice.value ?? ''}
            checked={choice.value === (current?.value ?? null)}
            checkIcon={<IconCheck size={15} />}
            closeMenuOnClick
            onChange={() => choose(choice.value)}
          >
            {choice.label}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
