import { useTranslation } from 'react-i18next'
import type { EntityName } from '../../../shared/features/history'
import { isIsoDay } from '../../../shared/rules/days'
import { formatSiret } from '../../../shared/rules/identifiers'
import { formatPhone } from '../../../shared/rules/phone'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useMoney } from '../../i18n/money'
import { type Language, usePreferences } from '../../theme/preferences'
import { history as english } from '../../i18n/en/history'
import { history as french } from '../../i18n/fr/history'

const enrolmentReasons = ['enrolmentRefusalReason', 'enrolmentWithdrawalReason', 'dropoutReason']

/** The lists whose words a coded column takes; `entity.column` where the column alone does not tell. */
const lists: Readonly<Record<string, readonly string[]>> = {
  civility: ['civility'],
  gender: ['gender'],
  qpvState: ['qpvState'],
  qpvHow: ['qpvHow'],
  ruralityClass: ['ruralityClass'],
  contactPreference: ['contactPreference'],
  bestTimes: ['bestTime'],
  status: ['personStatus'],
  education: ['educationLevel'],
  projectStage: ['projectStage'],
  motive: ['referralMotive'],
  needs: ['need'],
  state: ['referralState'],
  toState: ['referralState'],
  reasons: ['refusalReason', 'withdrawalReason', 'expiryReason'],
  'enrolments.reasons': enrolmentReasons,
  'enrolmentMoves.reasons': enrolmentReasons,
  stage: ['enrolmentStage'],
  toStage: ['enrolmentStage'],
  recommendation: ['reviewRecommendation'],
  entryGender: ['gender'],
  dueRule: ['deadlineRule'],
  channel: ['contactChannel'],
  result: ['contactAttemptResult'],
  occasion: ['feedbackOccasion'],
  outcomeClass: ['outcomeClass'],
  redirectKind: ['redirectTargetKind'],
  mover: ['referralMover'],
  purpose: ['consentPurpose'],
  scope: ['consentScope'],
  how: ['consentHow'],
  landlordFamily: ['landlordFamily'],
  entryStatus: ['personStatus'],
  entryEducation: ['educationLevel'],
  entryQpvState: ['qpvState'],
  entryRuralityClass: ['ruralityClass'],
  halfDay: ['halfDay'],
  'attendances.state': ['attendanceState'],
  endReason: ['supportEndReason'],
  mode: ['sessionMode'],
  themes: ['coachingTheme'],
  theme: ['coachingTheme'],
  who: ['actionWho'],
  outcome: ['barrierOutcome'],
  moment: ['scaleMoment'],
  rater: ['scaleRater'],
  'sessions.state': ['sessionState'],
  'goals.state': ['goalState'],
  'barriers.kind': ['barrierKind'],
  'documents.kind': ['documentKind'],
  'letterModels.kind': ['letterKind'],
  'interactions.kind': ['interactionKind'],
  'organisations.kind': ['organisationKind'],
  'contactPoints.kind': ['contactPointKind'],
  'programmes.kind': ['programmeKind'],
  'programmePartners.role': ['partnerRole'],
  indicator: ['programmeIndicator'],
  'cohortQuotas.kind': ['quotaKind'],
  'workshops.kind': ['workshopKind'],
  'tasks.kind': ['taskKind'],
  recurrence: ['taskRecurrence'],
  origin: ['taskOrigin'],
  dateField: ['reminderDateField'],
}
const yesOrNo = new Set([
  'languageHelp',
  'preferred',
  'active',
  'compulsory',
  'conflictOfInterest',
  'walkIn',
  'retired',
  'refused',
])
const instants = new Set(['at'])
/** Numbers that are written without a space between thousands. */
const plainNumbers = new Set(['birthYear'])

export interface FieldSaid {
  /** The word of a column; null for one that says nothing to anyone: a key, a place kept by the machine. */
  readonly label: (entity: EntityName, field: string) => string | null
  /** Its value in words; null when there is nothing to say of it. */
  readonly value: (entity: EntityName, field: string, value: unknown) => string | null
}

/** A column and its values in words; `names` are those of the records that they point to. */
export function useFieldSaid(): (names: Readonly<Record<string, string>>) => FieldSaid {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const label = useChoiceLabel()
  const format = useFormat()
  const money = useMoney()
  const columns = columnWords(language)

  const choice = (entity: EntityName, field: string, code: string): string => {
    const known = lists[`${entity}.${field}`] ?? lists[field] ?? []
    const words = known.map((list) => label(list, code))
    return words.find((word) => word !== code) ?? code
  }
  return (names) => ({
    label: (entity, field) => columns[`${entity}.${field}`] ?? columns[field] ?? null,
    value(entity, field, value) {
      if (value === null || value === undefined || value === '' || value === '[]') return null
      if (yesOrNo.has(field)) return value === 1 ? t('history.yes') : t('history.no')
      if (field === 'amountCents' && typeof value === 'number') return money(value)
      if (typeof value === 'number') return plainNumbers.has(field) ? String(value) : format.number(value)
      if (typeof value !== 'string') return JSON.stringify(value)
      if (field === 'siren' || field === 'siret') return formatSiret(value)
      if (field.endsWith('Id')) return names[value] ?? t('history.something')
      if (instants.has(field)) return format.instant(value)
      if (value.startsWith('[')) return format.list(codesOf(value).map((code) => choice(entity, field, code)))
      if (isIsoDay(value)) return format.day(value)
      return /^\+\d{6,}$/.test(value) ? formatPhone(value) : choice(entity, field, value)
    },
  })
}

function codesOf(json: string): string[] {
  try {
    const parsed: unknown = JSON.parse(json)
    return Array.isArray(parsed) ? parsed.map(String) : [json]
  } catch {
    return [json] // a note that begins with a bracket
  }
}

function columnWords(language: Language): Readonly<Record<string, string>> {
  return (language === 'fr' ? french : english).columns
}
