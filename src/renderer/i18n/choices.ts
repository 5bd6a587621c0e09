import { useMemo } from 'react'
import { type Language, usePreferences } from '../theme/preferences'
import { values as english } from './en/values'
import { values as french } from './fr/values'

/** The word of a code of a closed list. A code of a newer version is shown as it is, rather than hidden. */
export type ChoiceLabel = (list: string, code: string) => string

export function useChoiceLabel(): ChoiceLabel {
  const { language } = usePreferences()
  return useMemo(() => choiceLabelFor(language), [language])
}

export function choiceLabelFor(language: Language): ChoiceLabel {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = language === 'fr' ? french : english
  return (list, code) => words[list]?.[code] ?? code
}
