import { useMemo } from 'react'
import { type Language, usePreferences } from '../theme/preferences'
import { durationWords } from './duration'
import { type Format, useFormat } from './format'

export interface Amounts {
  /** `3 h 05`, `45 min`: hours are counted to the minute. */
  minutes(minutes: number): string
  /** `124 / 150 (82 %)`: a share says of what it is, and one of nothing is a dash. */
  rate(rate: { readonly numerator: number; readonly denominator: number }): string
  percent(rate: { readonly numerator: number; readonly denominator: number }): string
}

export function useAmounts(): Amounts {
  const format = useFormat()
  const { language } = usePreferences()
  return useMemo(() => amountsFor(format, language), [format, language])
}

function amountsFor(format: Pick<Format, 'number'>, language: Language): Amounts {
  const sign = language === 'fr' ? '\u00a0%' : '%'
  const percent: Amounts['percent'] = ({ numerator, denominator }) =>
    denominator === 0 ? '–' : `${format.number(Math.floor((numerator * 100) / denominator))}${sign}`
  return {
    minutes: (minutes) => durationWords(minutes, format.number),
    percent,
    rate: (rate) =>
      rate.denominator === 0
        ? '–'
        : `${format.number(rate.numerator)} / ${format.number(rate.denominator)} (${percent(rate)})`,
  }
}
