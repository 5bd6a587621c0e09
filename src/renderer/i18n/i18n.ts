import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { withDe, withQue } from '../../shared/rules/elision'
import { onPreferencesChange, preferences } from '../theme/preferences'
import { en } from './en'
import { formatIn } from './format'
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
    resources: { fr: { translation: fr }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  i18next.services.formatter?.add('number', (value: number, language) =>
    formatIn(language === 'en' ? 'en' : 'fr').number(value),
  )
  // `{{name, de}}` in a French sentence: « d’Aïssatou », « de Prisca »
  i18next.services.formatter?.add('de', (name) => withDe(String(name ?? '')))
  i18next.services.formatter?.add('que', (name) => withQue(String(name ?? '')))
  // French has a third plural, for whole millions, which is never worded otherwise than the second
  const plurals: Plurals = i18next.services.pluralResolver
  const suffixOf = plurals.getSuffix.bind(plurals)
  plurals.getSuffix = (...asked) => suffixOf(...asked).replace(/many$/, 'other')
  sayLanguage()
  onPreferencesChange(() => {
    if (preferences().language !== i18next.language)
      void i18next.changeLanguage(preferences().language).then(sayLanguage)
  })
  return i18next
}

/** What i18next asks for the end of a key, as `_one`. */
interface Plurals {
  getSuffix: (language: string, count: number, options?: object) => string
}

function sayLanguage(): void {
  document.documentElement.lang = i18next.language
}
