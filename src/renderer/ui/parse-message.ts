import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParseFailure } from '../../shared/rules/parsed'

/** Says why a typed text could not be read, for what it was meant to be. */
export function useParseMessage(): (reason: ParseFailure, meant: 'date' | 'phone') => string {
  const { t } = useTranslation()
  return useCallback(
    (reason, meant) => {
      if (reason === 'lostDigits' || reason === 'severalValues' || reason === 'impossibleDay')
        return t(`ui.parse.${reason}`)
      if (reason === 'twoDigitYear' || reason === 'yearOnly') return t(`ui.parse.${reason}`)
      return t(`ui.parse.${meant}`)
    },
    [t],
  )
}
