import { AG_GRID_LOCALE_FR } from '@ag-grid-community/locale'
import type { Language } from '../../theme/preferences'

/** What the grid itself says, to screen readers above all. Its own words are English. */
export function gridWords(language: Language): Record<string, string> {
  return language === 'fr' ? AG_GRID_LOCALE_FR : {}
}
