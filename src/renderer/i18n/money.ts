import { useMemo } from 'react'
import { usePreferences } from '../theme/preferences'

/** An amount kept in cents, as this language writes it: `45 000 €`, `1 234,50 €`. */
export function useMoney(): (cents: number) => string {
  const { language } = usePreferences()
  return useMemo(() => {
    const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
    const style = { style: 'currency', currency: 'EUR' } as const
    const whole = new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 0 })
    const withCents = new Intl.NumberFormat(locale, style)
    return (cents) => (cents % 100 === 0 ? whole : withCents).format(cents / 100)
  }, [language])
}
