import { useTranslation } from 'react-i18next'
import type { Enrolment } from '../../../shared/features/enrolments'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { type MessageStage, decisionMessage } from './decision-message'
import { joined } from './names'

/** Drafts the message of a step, signed by the member at the keyboard; null while who signs is not known. */
export function useMessage(): ((stage: MessageStage, enrolment: Enrolment) => string) | null {
  const { t } = useTranslation()
  const format = useFormat()
  const settings = useQuery('settings.get', {}).data
  const member = useQuery('members.current', {}).data
  if (!settings || member === undefined) return null
  return (stage, enrolment) =>
    decisionMessage(stage, enrolment, {
      greeting: (name) => t('enrolments.message.greeting', { name }),
      decision: (said, { programme, cohort, rank }) =>
        t(`enrolments.message.decision.${said}`, { programme, cohort, rank: rank === null ? '' : format.number(rank) }),
      reason: (reason) => t(`enrolments.message.reasons.${reason}`),
      next: (said) => t(`enrolments.message.next.${said}`),
      closing: t('enrolments.message.closing'),
      signature: joined([member?.name, settings.organisationName]),
    })
}
