import { useTranslation } from 'react-i18next'
import { type PreviewCounts, type PreviewRow, effects } from '../../../shared/features/imports'
import { useFormat } from '../../i18n/format'
import type { Tone } from '../../ui/tones'

export const effectTones: Readonly<Record<PreviewRow['effect'], Tone>> = {
  create: 'done',
  update: 'info',
  unchanged: 'neutral',
  duplicate: 'warn',
  error: 'danger',
  skip: 'neutral',
}

interface EffectTabsProps {
  readonly counts: PreviewCounts | null
  readonly current: PreviewRow['effect'] | null
  readonly onSelect: (effect: PreviewRow['effect'] | null) => void
}

/** The rows by what becomes of them, with their counts; an effect no row has is not offered. */
export function EffectTabs({ counts, current, onSelect }: EffectTabsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const all = counts ? effects.reduce((sum, effect) => sum + counts[effect], 0) : null
  const offered = effects.filter((effect) => counts && (counts[effect] > 0 || effect === current || effect !== 'skip'))
  return (
    <div className="import-effects" role="group" aria-label={t('imports.effectsLabel')}>
      <button type="button" aria-pressed={current === null} onClick={() => onSelect(null)}>
        {t('imports.all')} <b>{all === null ? null : format.number(all)}</b>
      </button>
      {offered.map((effect) => (
        <button
          key={effect}
          type="button"
          aria-pressed={current === effect}
          className={`tone-${effectTones[effect]}`}
          onClick={() => onSelect(effect)}
        >
          <i aria-hidden="true" />
          {t(`imports.effects.${effect}`)} <b>{counts ? format.number(counts[effect]) : null}</b>
        </button>
      ))}
    </div>
  )
}
