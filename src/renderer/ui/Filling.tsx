import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format'
import './filling.css'

interface FillingProps {
  /** What is counted, read aloud: places, women. */
  readonly label: string
  readonly taken: number
  /** Null when nothing limits it: the count alone is said. */
  readonly of: number | null
  /** More than the whole is a promise kept rather than a mistake. */
  readonly goal?: boolean
}

/** How full: the count, of how many, and a bar that never says more than they do. */
export function Filling({ label, taken, of, goal }: FillingProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (of === null) return <span className="filling-count tab">{format.number(taken)}</span>
  const over = taken > of
  const tone = over && goal !== true ? 'tone-warn' : taken >= of ? 'tone-done' : 'tone-progress'
  return (
    <span className={`filling ${tone}`}>
      <span className={`filling-count tab${over && goal !== true ? ' toned' : ''}`}>
        {t('ui.countOf', { taken: format.number(taken), of: format.number(of) })}
      </span>
      <progress className="filling-bar" aria-label={label} max={of} value={Math.min(taken, of)} />
    </span>
  )
}
