import './steps.css'

export interface Step {
  readonly title: string
  readonly detail?: string
}

interface StairsProps {
  readonly label: string
  readonly steps: readonly Step[]
  /** Index of the step one stands on. */
  readonly current: number
}

/** The flight of steps: how far a path or a wizard has come. At most seven steps. */
export function Stairs({ label, steps, current }: StairsProps) {
  return (
    <ol className="stairs" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.title} data-place={placeOf(index, current)} aria-current={index === current ? 'step' : undefined}>
          <b>{step.title}</b>
          {step.detail ? <small>{step.detail}</small> : null}
        </li>
      ))}
    </ol>
  )
}

function placeOf(index: number, current: number): 'past' | 'here' | 'ahead' {
  if (index === current) return 'here'
  return index < current ? 'past' : 'ahead'
}

interface StepMarkProps {
  /** Steps climbed, from 0. */
  readonly climbed: number
  readonly of: number
  readonly children: string
}

/** How far along the path, small, always beside its word: for a cell. */
export function StepMark({ climbed, of, children }: StepMarkProps) {
  const width = 22 / of
  return (
    <span className="step-mark">
      <svg width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => {
          const height = 2 + (index * 9) / Math.max(of - 1, 1)
          return (
            <rect
              key={index}
              className={index < climbed ? 'step-climbed' : 'step-ahead'}
              x={index * width}
              y={12 - height}
              width={width}
              height={height}
            />
          )
        })}
      </svg>
      <span>{children}</span>
    </span>
  )
}
