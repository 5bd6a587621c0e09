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
  const [typed, setTyped] = useState<string | null>(null)

  function settle(): void {
    const text = typed?.trim()
    setTyped(null)
    if (text !== undefined && text !== value && (text !== '' || mayBeEmpty)) onSave(text)
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
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
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
