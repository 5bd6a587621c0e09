import './radar.css'

export interface RadarSeries {
  readonly id: string
  readonly name: string
  /** One for each axis, in their order; null where nothing was answered. */
  readonly values: readonly (number | null)[]
}

interface RadarProps {
  readonly label: string
  readonly axes: readonly string[]
  /** At most four: each has its own colour and line. */
  readonly series: readonly RadarSeries[]
  readonly most: number
}

const width = 440
const height = 320
const centre = { x: width / 2, y: height / 2 }
const radius = 108
const rings = [0.25, 0.5, 0.75, 1]

/** How far on several axes at once. The figures are in the table that always stands beside it. */
export function Radar({ label, axes, series, most }: RadarProps) {
  const at = (axis: number, part: number) => {
    const angle = (Math.PI * 2 * axis) / axes.length - Math.PI / 2
    return { x: centre.x + Math.cos(angle) * radius * part, y: centre.y + Math.sin(angle) * radius * part }
  }
  const outline = (parts: readonly number[]) =>
    parts.map((part, axis) => `${axis === 0 ? 'M' : 'L'}${round(at(axis, part).x)} ${round(at(axis, part).y)}`).join('')
  return (
    <figure className="radar">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {rings.map((part) => (
          <path key={part} className="radar-ring" d={`${outline(axes.map(() => part))}Z`} />
        ))}
        {axes.map((axis, index) => {
          const end = at(index, 1)
          const word = at(index, 1.14)
          return (
            <g key={axis}>
              <line className="radar-axis" x1={centre.x} y1={centre.y} x2={end.x} y2={end.y} />
              <text className="radar-word" x={word.x} y={word.y + 4} textAnchor={anchorOf(word.x)}>
                {linesOf(axis).map((line, row, all) => (
                  <tspan key={line} x={word.x} dy={row === 0 ? (all.length > 1 ? -7 : 0) : 14}>
                    {line}
                  </tspan>
                ))}
              </text>
            </g>
          )
        })}
        {series.map(({ id, values }, index) => (
          <g key={id} data-series={index}>
            <path className="radar-shape" d={shapeOf(values, most, at)} />
            {values.map((value, axis) =>
              value === null ? null : (
                <circle
                  key={axes[axis]}
                  className="radar-point"
                  cx={at(axis, value / most).x}
                  cy={at(axis, value / most).y}
                  r={3}
                />
              ),
            )}
          </g>
        ))}
      </svg>
      <figcaption className="radar-legend">
        {series.map(({ id, name }, index) => (
          <span key={id} data-series={index}>
            <svg width="22" height="8" aria-hidden="true">
              <line className="radar-shape" x1="0" y1="4" x2="22" y2="4" />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

/** Joins the answers that follow each other; closed only when every axis has one. */
function shapeOf(
  values: readonly (number | null)[],
  most: number,
  at: (axis: number, part: number) => { x: number; y: number },
): string {
  let drawing = false
  const moves = values.map((value, axis) => {
    if (value === null) {
      drawing = false
      return ''
    }
    const { x, y } = at(axis, value / most)
    const move = `${drawing ? 'L' : 'M'}${round(x)} ${round(y)}`
    drawing = true
    return move
  })
  return `${moves.join('')}${values.every((value) => value !== null) ? 'Z' : ''}`
}

function anchorOf(x: number): 'start' | 'middle' | 'end' {
  if (Math.abs(x - centre.x) < 12) return 'middle'
  return x > centre.x ? 'start' : 'end'
}

/** A long name on two lines, cut at the space nearest to its middle. */
function linesOf(text: string): readonly string[] {
  if (text.length <= 16) return [text]
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index)
  const cut = spaces.toSorted((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0]
  return cut === undefined ? [text] : [text.slice(0, cut), text.slice(cut + 1)]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
