import { useTranslation } from 'react-i18next'
import type { StatementLine } from '../../../shared/features/hours'
import { useChoiceLabel } from '../../i18n/choices'

/** What a line of a statement is, or its correction: a session with someone, or a workshop and its half-day. */
export function useLineWords(): (line: Pick<StatementLine, 'title' | 'halfDay' | 'withName'>) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return ({ title, halfDay, withName }) => {
    if (title === null) return withName === null ? t('hours.session') : t('hours.sessionWith', { name: withName })
    return halfDay === null ? title : `${title}, ${label('halfDay', halfDay).toLocaleLowerCase()}`
  }
}
