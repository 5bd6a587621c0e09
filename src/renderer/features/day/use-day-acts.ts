import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayDetail, DayItem } from '../../../shared/features/day'
import type { ContactAttemptResult } from '../../../shared/rules/values'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { useDayWords } from './day-words'
import { addTask, completeTask } from './task-commands'

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
  return useMemo(() => {
    async function tell(write: () => Promise<unknown>, done: string): Promise<boolean> {
      try {
        await write()
        told.done(done)
        return true
      } catch (problem) {
        told.failed(problem)
        return false
      }
    }
    return {
      finish: (item) =>
        void tell(() => completeTask(item.recordId), t('day.finished', { title: item.facts.title ?? '' })),
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
      add: (title, dueOn) => tell(() => addTask(title, dueOn), t('day.added', { title })),
    }
  }, [t, told, words, label, format])
}

/** On the referral whose clock runs, else among what was exchanged with the person. */
async function callWritten({ callOn, opens, person }: DayDetail, result: ContactAttemptResult): Promise<void> {
  if (callOn === 'referral' && opens?.entity === 'referrals') {
    const at = new Date().toISOString()
    await ask('referrals.addAttempt', { id: opens.id, at, channel: 'phone', result, note: null })
  } else if (person !== null) await ask('day.noteCall', { personId: person.id, result })
}
