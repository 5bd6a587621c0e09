import type { Language } from '../../theme/preferences'

/** Each language by its own name, whatever language is shown. */
export const languageNames: { value: Language; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
]
