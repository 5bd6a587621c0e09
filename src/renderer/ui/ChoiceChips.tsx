import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { FieldLabel } from './FieldLabel'
import './choice-chips.css'

interface ChoiceChipsProps<Code extends string> {
  readonly label: string
  readonly optional?: boolean
  readonly choices: readonly { readonly code: Code; readonly label: string }[]
  readonly value: readonly Code[]
  readonly onChange: (codes: Code[]) => void
  readonly className?: string
  /** One at most: choosing another lets go of the first. */
  readonly single?: boolean
}

/** A short list in plain sight, several of which may be true. */
export function ChoiceChips<Code extends string>(props: ChoiceChipsProps<Code>) {
  const { label, optional, choices, value, onChange, className, single } = props
  const labelId = useId()

  function toggle(code: Code): void {
    if (value.includes(code)) return onChange(value.filter((chosen) => chosen !== code))
    onChange(
      single
        ? [code]
        : choices.flatMap((choice) => (choice.code === code || value.includes(choice.code) ? [choice.code] : [])),
    )
  }

  return (
    <div role="group" aria-labelledby={labelId} className={`chips${className ? ` ${className}` : ''}`}>
      <span id={labelId} className="chips-label">
        <FieldLabel optional={optional}>{label}</FieldLabel>
      </span>
      <div className="chips-list">
        {choices.map((choice) => (
          <button
            type="button"
            className="chip-choice"
            key={choice.code}
            aria-pressed={value.includes(choice.code)}
            onClick={() => toggle(choice.code)}
          >
            {value.includes(choice.code) ? <IconCheck size={14} /> : null}
            {choice.label}
          </button>
        ))}
      </div>
    </div>
  )
}
