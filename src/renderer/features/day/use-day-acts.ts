import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayDetail, DayItem } from '../../../shared/features/day'
import type { ContactAttemptResult } from '../../../shared/rules/values'
import { ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { useDayWords } from './day-words'

export interface DayActs {
  readonly finish: (item: DayItem) => void
  readonly snooze: (item: DayItem, until: string) => void
  readonly unsnooze: (item: DayItem) => void
  readonly noteCall: (item: DayDetail, result: ContactAttemptResult) => void
  readonly add: (title: string, dueOn: string | null) => Promise<boolean>
}

/** What is done from the day itself: each is said once written, with the way to take it back. */
export function useDayActs(): DayActs {
  const { t } = useTranslation()
  const told = useTold()
  const words = useDayWords()
  const label = useChoiceLabel()
  const format = useFormat()
  const memberId = useQuery('members.current', {}).data?.id ?? null
  return useMemo(() => {
    async function tell<Answer>(
      write: () => Promise<Answer>,
      done: string | ((answer: Answer) => string),
    ): Promise<boolean> {
      try {
        const answer = await write()
        told.done(typeof done === 'string' ? done : done(answer))
        return true
      } catch (problem) {
        told.failed(problem)
        return false
      }
    }
    return {
      finish: (item) =>
        void tell(
          () => ask('tasks.complete', { id: item.recordId }),
          ({ task: { title }, next }) =>
            next?.dueOn
              ? t('tasks.completedNext', { title, day: format.shortDay(next.dueOn) })
              : t('day.finished', { title }),
        ),
      snooze: (item, until) =>
        void tell(
          () => ask('day.snooze', { key: item.key, until }),
          t('day.snoozed', { day: format.shortDay(until), what: words.whole(item) }),
        ),
      unsnooze: (item) =>
        void tell(() => ask('day.unsnooze', { key: item.key }), t('day.unsnoozed', { what: words.whole(item) })),
      noteCall: (item, result) =>
        void tell(
          () => callWritten(item, result),
          t('day.noted', { result: label('contactAttemptResult', result).toLocaleLowerCase() }),
        ),
      add: (title, dueOn) =>
        tell(() => ask('tasks.create', { title, dueOn, assigneeId: memberId }), t('day.added', { title })),
    }
  }, [t, told, words, label, format, memberId])
}

/** On the referral whose clock runs, else among what was exchanged with the person. */
async function callWritten({ callOn, opens, person }: DayDetail, result: ContactAttemptResult): Promise<void> {
  if (callOn === 'referral' && opens?.entity === 'referrals') {
    const at = new Date().toISOString()
    await ask('referrals.addAttempt', { id: opens.id, at, channel: 'phone', result, note: null })
  } else if (person !== null) await ask('day.noteCall', { personId: person.id, result })
}
