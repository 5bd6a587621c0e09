import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DayPage } from '../../../shared/features/day'
import { type DayAxis, waitingGroups } from '../../../shared/rules/day'
import { EmptyState } from '../../ui/EmptyState'
import { useDayDates } from './day-dates'
import { useDayWords } from './day-words'

interface NothingWaitsProps {
  readonly page: DayPage | undefined
  readonly axis: DayAxis | null
  readonly onLater: () => void
}

/** When nothing waits until the end of the week: what comes next. */
export function NothingWaits({ page, axis, onLater }: NothingWaitsProps) {
  const { t } = useTranslation()
  const words = useDayWords()
  const dates = useDayDates()
  if (!page || waitingGroups.some((group) => (page.groups[group] ?? 0) > 0)) return null
  const { next } = page
  const body =
    next === null
      ? t('day.emptyBody')
      : t('day.emptyNext', {
          what: words.whole(next),
          when: next.dueOn === null ? t('day.due.none').toLocaleLowerCase() : dates.near(next.dueOn),
        })
  return (
    <EmptyState
      title={axis === null ? t('day.empty') : t('day.emptyAxis')}
      body={body}
      acts={next === null ? null : <Button onClick={onLater}>{t('day.group.later')}</Button>}
    />
  )
}
