import { useMemo } from 'react'
import { type Language, usePreferences } from '../theme/preferences'
import { history as english } from './en/history'
import { history as french } from './fr/history'

/** What a command did, as the undo button and the history say it: « personne modifiée ». */
export function useCommandWords(): (command: string) => string {
  const { language } = usePreferences()
  return useMemo(() => commandWordsFor(language), [language])
}

function commandWordsFor(language: Language): (command: string) => string {
  const { commands, lastAction } = language === 'fr' ? french : english
  const words: Readonly<Record<string, string>> = commands
  return (command) => words[command] ?? lastAction // of a newer version: undoable all the same
}
