import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { withDe, withQue } from '../../shared/rules/elision'
import { onPreferencesChange, preferences } from '../theme/preferences'
import { en } from './en'
import { fr } from './fr'

/**
 * The words of the product. French is written first and gives the type of the keys; English must have the same.
 * Text is plain: React escapes it where it is shown.
 */
export function startI18n(): typeof i18next {
  if (i18next.isInitialized) return i18next
  void i18next.use(initReactI18next).init({
    lng: preferences().language,
    fallbackLng: 'fr',
    resources: { fr: { translation: withMany(fr) }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  // `{{name, de}}` in a French sentence: « d’Aïssatou », « de Prisca »
  i18next.services.formatter?.add('de', (name) => withDe(String(name ?? '')))
  i18next.services.formatter?.add('que', (name) => withQue(String(name ?? '')))
  sayLanguage()
  onPreferencesChange(() => {
    if (preferences().language !== i18next.language)
      void i18next.changeLanguage(preferences().language).then(sayLanguage)
  })
  return i18next
}

function sayLanguage(): void {
  document.documentElement.lang = i18next.language
}

interface Words {
  readonly [key: string]: string | Words
}

/** French has a third plural, for whole millions, which is never worded otherwise than the second. */
function withMany(words: Words): Words {
  const entries = Object.entries(words).flatMap(([key, value]): [string, string | Words][] => {
    if (typeof value !== 'string') return [[key, withMany(value)]]
    return key.endsWith('_other')
      ? [
          [key, value],
          [key.replace(/_other$/, '_many'), value],
        ]
      : [[key, value]]
  })
  return Object.fromEntries(entries)
}
