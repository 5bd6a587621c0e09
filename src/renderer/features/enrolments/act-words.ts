import { useTranslation } from 'react-i18next'
import type { EnrolmentStage } from '../../../shared/rules/enrolment-stages'
import { reopens } from './stage-decision'

/** The verb of a move: where one takes up again what was over, it says so. */
export function useActWords(): (from: EnrolmentStage, to: EnrolmentStage) => string {
  const { t } = useTranslation()
  return (from, to) => (reopens(from, to) ? t('enrolments.reopen') : t(`enrolments.act.${to}`))
}
