import { useTranslation } from 'react-i18next'
import type { DayDetail } from '../../../shared/features/day'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

/** Why a line is there, in sentences. */
export function useWhy(): (item: DayDetail) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const levels = useQuery('settings.get', {}).data?.serviceLevels

  const day = (isoDay: string | null) => (isoDay === null ? '' : format.day(isoDay))

  function origin({ facts: { by, on } }: DayDetail): string {
    return by === null ? t('day.why.referred', { on: day(on) }) : t('day.why.referredBy', { by, on: day(on) })
  }

  function reasonOf(item: DayDetail): readonly string[] {
    const { reason, facts, dueOn, others } = item
    const due = day(dueOn)
    const on = day(facts.on)
    switch (reason) {
      case 'acknowledge':
        return [origin(item), facts.code === 'noReply' ? t('day.why.noReply') : t('day.why.acknowledge', { due })]
      case 'firstContact':
      case 'decision':
      case 'waitlistReview':
        return [origin(item), t(`day.why.${reason}`, { due })]
      case 'contactAttempts':
        if (item.act === 'open') return [origin(item), t('day.why.followed', { due })]
        return [
          origin(item),
          t('day.why.tried', { count: facts.count ?? 0 }),
          levels
            ? t('day.why.contactAttempts', { attempts: levels.contactAttempts, channels: levels.contactChannels })
            : '',
        ]
      case 'feedback':
        return [t('day.why.feedback', { occasion: label('feedbackOccasion', facts.code ?? ''), on, due })]
      case 'sessionToWrite':
        return [t('day.why.sessionToWrite', { on }), others > 0 ? t('day.why.sessions', { count: others }) : '']
      case 'draftReferral':
      case 'noNews':
      case 'absences':
      case 'proposal':
      case 'followUp':
      case 'expiry':
        return [t(`day.why.${reason}`, { on })]
      case 'consentRenewal':
        return [
          facts.code === null ? t('day.why.consentGiven', { on }) : t('day.why.answerGiven', { on }),
          t('day.why.consentRenewal', { due }),
        ]
      case 'consentMissing':
        return [facts.code === 'withdrawn' ? t('day.why.consentWithdrawn', { on }) : t('day.why.consentMissing')]
      case 'sheet':
        return [
          facts.code === 'countersignature' ? t('day.why.countersignature', { on }) : t('day.why.signatures', { on }),
        ]
      case 'task':
        return [
          dueOn === null ? t('day.why.taskAnyDay') : t('day.why.task', { due }),
          facts.by === null ? '' : t('day.why.assigned', { name: facts.by }),
        ]
    }
  }

  return (item) =>
    [...reasonOf(item), item.snoozedUntil === null ? '' : t('day.why.snoozed', { day: day(item.snoozedUntil) })]
      .filter((sentence) => sentence !== '')
      .join(' ')
}
