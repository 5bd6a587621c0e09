import './initials.css'

interface InitialsProps {
  /** As said aloud, given name first: « Solène Kerbrat ». */
  readonly name: string
  readonly size?: 'sm' | 'md' | 'lg'
  readonly tone?: 'accent' | 'neutral'
}

/** Two letters in a disc. Always beside the name, hence hidden from screen readers. */
export function Initials({ name, size = 'md', tone = 'accent' }: InitialsProps) {
  return (
    <span className="initials" data-size={size} data-tone={tone} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters.map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
}
