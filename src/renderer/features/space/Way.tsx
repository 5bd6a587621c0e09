import type { TablerIcon } from '@tabler/icons-react'

interface WayProps {
  readonly icon?: TablerIcon
  readonly title: string
  readonly detail?: string
}

/** One of a few ways to go: taken at once. */
export function WayButton({
  icon: Icon,
  title,
  detail,
  onTake,
  disabled,
}: WayProps & { readonly onTake: () => void; readonly disabled?: boolean }) {
  return (
    <button type="button" className="way" onClick={onTake} disabled={disabled}>
      {Icon ? <Icon size={17} /> : null}
      <span className="grow">
        <b className="cut">{title}</b>
        {detail ? <small>{detail}</small> : null}
      </span>
    </button>
  )
}

interface WayChoiceProps<Code extends string> {
  readonly label: string
  readonly name: string
  readonly ways: readonly (WayProps & { readonly code: Code })[]
  readonly value: Code | null
  readonly onChange: (code: Code) => void
  readonly sideBySide?: boolean
}

/** One of a few ways to go: chosen, and followed by the screen's own button. */
export function WayChoice<Code extends string>({
  label,
  name,
  ways,
  value,
  onChange,
  sideBySide,
}: WayChoiceProps<Code>) {
  return (
    <fieldset className="plain-fieldset">
      <legend className="field-title">{label}</legend>
      <div className="ways" data-two={sideBySide || undefined}>
        {ways.map(({ code, icon: Icon, title, detail }) => (
          <label className="way" key={code}>
            <input type="radio" name={name} value={code} checked={value === code} onChange={() => onChange(code)} />
            {Icon ? <Icon size={17} /> : null}
            <span className="grow">
              <b>{title}</b>
              {detail ? <small>{detail}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
