import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

/** The list whose words a coded field takes. */
const choiceOf: Readonly<Record<string, string>> = {
  state: 'referralState',
  motive: 'referralMotive',
  needs: 'need',
  contactPreference: 'contactPreference',
  bestTimes: 'bestTime',
  projectStage: 'projectStage',
}

const named = [
  'landlordId',
  'residenceId',
  'agency',
  'officerName',
  'officerEmail',
  'officerPhone',
  'motive',
  'needs',
  'contactPreference',
  'bestTimes',
  'languageHelp',
  'project',
  'projectStage',
  'goal',
  'note',
  'assignedToId',
] as const

/** A field of a referral and its values, as the screen says them. */
export function useFieldWords() {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const members = useQuery('members.list', {}).data ?? []

  function value(field: string, given: unknown): string {
    if (field === 'assignedToId') return members.find(({ id }) => id === given)?.name ?? ''
    if (typeof given === 'boolean') return given ? t('grid.yes') : t('grid.no')
    const list = choiceOf[field]
    const word = (code: unknown) => (list ? label(list, String(code)) : String(code))
    return Array.isArray(given) ? format.list(given.map(word)) : word(given)
  }

  return {
    label: (field: string): string => {
      const known = named.find((candidate) => candidate === field)
      return known ? t(`referrals.fieldNames.${known}`) : field
    },
    value,
  }
}
