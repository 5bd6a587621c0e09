import { useTranslation } from 'react-i18next'
import type { StatementLine } from '../../../shared/features/hours'
import { useChoiceLabel } from '../../i18n/choices'

/** What a line of a statement is: a session with someone, or a workshop and its half-day. */
export function useLineWords(): (line: StatementLine) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return ({ title, halfDay, withName }) => {
    if (title === null) return withName === null ? t('hours.session') : t('hours.sessionWith', { name: withName })
    return halfDay === null ? title : `${title}, ${label('halfDay', halfDay).toLocaleLowerCase()}`
  }
}
