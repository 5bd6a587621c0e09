import { useState } from 'react'

interface InlineTextProps {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly placeholder?: string
  readonly strong?: boolean
  readonly done?: boolean
  /** Called once it is left, or on Enter, if it changed and is not empty. */
  readonly onSave: (text: string) => void
  /** An emptied one is saved too, where nothing may stand. */
  readonly mayBeEmpty?: boolean
}

/** A line of text that is edited where it stands: Enter or leaving it saves, Escape gives the former words back. */
export function InlineText(props: InlineTextProps) {
  const { label, value, maxLength, placeholder, strong, done, onSave, mayBeEmpty = false } = props
  // saved as it was when one began to type: what someone else wrote meanwhile is then a conflict, not overwritten
  const [typed, setTyped] = useState<{ readonly text: string; readonly save: (text: string) => void } | null>(null)

  function settle(): void {
    if (typed === null) return
    const text = typed.text.trim()
    setTyped(null)
    if (text !== value && (text !== '' || mayBeEmpty)) typed.save(text)
  }

  return (
    <input
      className="inline-text"
      aria-label={label}
      data-strong={strong || undefined}
      data-done={done || undefined}
      autoComplete="off"
      maxLength={maxLength}
      placeholder={placeholder}
      value={typed?.text ?? value}
      onChange={(event) => setTyped({ text: event.currentTarget.value, save: typed?.save ?? onSave })}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          settle()
        }
        if (event.key === 'Escape' && typed !== null) {
          event.preventDefault()
          setTyped(null)
        }
      }}
    />
  )
}
