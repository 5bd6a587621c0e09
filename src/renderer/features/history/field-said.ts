import { useTranslation } from 'react-i18next'
import { isIsoDay } from '../../../shared/rules/days'
import { formatSiret } from '../../../shared/rules/identifiers'
import { formatPhone } from '../../../shared/rules/phone'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { type Language, usePreferences } from '../../theme/preferences'
import { history as english } from '../../i18n/en/history'
import { history as french } from '../../i18n/fr/history'

/** The list whose words a coded column takes. */
const lists: Readonly<Record<string, string>> = {
  civility: 'civility',
  gender: 'gender',
  qpvState: 'qpvState',
  qpvHow: 'qpvHow',
  ruralityClass: 'ruralityClass',
  contactPreference: 'contactPreference',
  status: 'personStatus',
  education: 'educationLevel',
  projectStage: 'projectStage',
  motive: 'referralMotive',
  state: 'referralState',
  fromState: 'referralState',
  toState: 'referralState',
  channel: 'contactChannel',
  result: 'contactAttemptResult',
  occasion: 'feedbackOccasion',
  outcomeClass: 'outcomeClass',
  how: 'consentHow',
  landlordFamily: 'landlordFamily',
  kind: 'organisationKind',
}

/** A column and its values in words; null for a column that says nothing to anyone (a key, a rank kept by the machine). */
export function useFieldSaid() {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const label = useChoiceLabel()
  const format = useFormat()
  const names = namesFor(language)
  return {
    label: (field: string): string | null => names[field] ?? null,
    value(field: string, value: unknown): string {
      if (value === null || value === '') return t('history.conflictEmpty')
      if (typeof value === 'number')
        return field === 'languageHelp' || field === 'preferred' || field === 'active'
          ? t(value === 1 ? 'history.yes' : 'history.no')
          : format.number(value)
      if (typeof value !== 'string') return JSON.stringify(value)
      const list = lists[field]
      if (list !== undefined) return label(list, value)
      if (field === 'siren' || field === 'siret') return formatSiret(value)
      if (value.startsWith('['))
        return (JSON.parse(value) as string[])
          .map((code) =>
            label(
              field === 'needs'
                ? 'need'
                : field === 'bestTimes'
                  ? 'bestTime'
                  : field === 'scope'
                    ? 'consentScope'
                    : 'refusalReason',
              code,
            ),
          )
          .join(', ')
      if (isIsoDay(value)) return format.day(value)
      return value.startsWith('+') ? formatPhone(value) : value
    },
  }
}

function namesFor(language: Language): Readonly<Record<string, string>> {
  return (language === 'fr' ? french : english).columns
}
