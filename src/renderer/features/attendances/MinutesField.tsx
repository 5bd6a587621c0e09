import { useEffect, useRef, useState } from 'react'

interface MinutesFieldProps {
  readonly label: string
  readonly unit: string
  readonly value: number
  readonly most: number
  /** Takes the focus as soon as it is drawn: its figure is the next thing typed. */
  readonly focused: boolean
  readonly onCommit: (minutes: number) => void
  /** Back to where one calls, with the letter that was typed here. */
  readonly onLeave: (letter?: string) => void
}

/** Minutes in a row: typed over, kept when the field is left. A letter is the next name. */
export function MinutesField({ label, unit, value, most, focused, onCommit, onLeave }: MinutesFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!focused) return
    input.current?.focus()
    input.current?.select()
  }, [focused])

  function commit(): void {
    if (typed !== null && typed !== '' && Number(typed) !== value) onCommit(Math.min(most, Number(typed)))
    setTyped(null)
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const letter = /^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey ? event.key : undefined
    if (letter === undefined && !['Enter', 'Escape', ' '].includes(event.key)) return
    event.preventDefault()
    if (event.key === 'Escape') setTyped(null)
    else commit()
    onLeave(letter)
  }

  return (
    <label className="roll-minutes">
      <span className="vh">{label}</span>
      <input
        ref={input}
        className="tab"
        inputMode="numeric"
        tabIndex={focused ? 0 : -1}
        value={typed ?? String(value)}
        onChange={(event) => setTyped(event.currentTarget.value.replaceAll(/\D/gu, '').slice(0, 4))}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      <span aria-hidden="true">{unit}</span>
    </label>
  )
}
