import { useMemo } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { DayItem } from '../../../shared/features/day'
import type { DayReason } from '../../../shared/rules/day'
import { displayName } from '../../../shared/rules/fold'
import { type ChoiceLabel, useChoiceLabel } from '../../i18n/choices'
import { type Format, useFormat } from '../../i18n/format'
import { type DayDates, useDayDates } from './day-dates'

export interface DayWords {
  /** What waits, in one line. */
  readonly what: (item: DayItem) => string
  /** Whom and what it is about, after the person's name. */
  readonly about: (item: DayItem) => string
  readonly due: (item: DayItem) => string
  /** What waits and for whom, for a message or a screen reader. */
  readonly whole: (item: DayItem) => string
}

export function useDayWords(): DayWords {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const dates = useDayDates()
  return useMemo(() => {
    const said: Said = { t, label, format, dates }
    const what = (item: DayItem) => whatOf(item, said)
    return {
      what,
      about: (item) => aboutOf(item, said),
      due: (item) => dueOf(item, said),
      whole: (item) =>
        item.person === null
          ? what(item)
          : `${what(item)}, ${displayName(item.person.lastName, item.person.firstName)}`,
    }
  }, [t, label, format, dates])
}

interface Said {
  readonly t: TFunction
  readonly label: ChoiceLabel
  readonly format: Format
  readonly dates: DayDates
}

function whatOf(item: DayItem, { t, label, dates, format }: Said): string {
  const { reason, facts, daysLeft } = item
  const count = facts.count ?? 0
  const on = facts.on ?? ''
  // a landlord waits for what the association does
  if (item.act === 'open' && isFollowed(reason)) return t(`day.expected.${reason}`)
  switch (reason) {
    case 'acknowledge':
    case 'firstContact':
    case 'decision':
    case 'waitlistReview':
    case 'draftReferral':
      return t(`day.line.${reason}`)
    case 'consentRenewal':
      return facts.code === null
        ? t('day.line.consentRenewal')
        : t('day.line.consentRenewalTo', { what: label('consentPurpose', facts.code).toLocaleLowerCase() })
    case 'consentMissing':
      return facts.code === 'withdrawn' ? t('day.line.consentWithdrawn') : t('day.line.consentMissing')
    case 'contactAttempts':
      return facts.code === 'unreachable' ? t('day.line.exhausted', { count }) : attemptOf(count + 1, t)
    case 'feedback':
      return t('day.line.feedback', { occasion: label('feedbackOccasion', facts.code ?? '').toLocaleLowerCase() })
    case 'sessionToWrite':
      return t('day.line.sessionToWrite', { day: dates.near(on) })
    case 'noNews':
    case 'absences':
    case 'proposal':
    case 'followUp':
      return t(`day.line.${reason}`, { count })
    case 'sheet':
      return facts.code === 'countersignature' ? t('day.line.countersignature') : t('day.line.signatures')
    case 'expiry': {
      const facing = { title: facts.title ?? '', day: format.shortDay(on) }
      return (daysLeft ?? 0) < 0 ? t('day.line.expired', facing) : t('day.line.expiry', facing)
    }
    case 'task':
      return facts.title ?? ''
  }
}

function isFollowed(reason: DayReason): reason is 'firstContact' | 'contactAttempts' | 'waitlistReview' {
  return reason === 'firstContact' || reason === 'contactAttempts' || reason === 'waitlistReview'
}

function attemptOf(number: number, t: TFunction): string {
  if (number === 2) return t('day.line.secondAttempt')
  return number === 3 ? t('day.line.thirdAttempt') : t('day.line.nextAttempt', { number })
}

function aboutOf({ reason, facts, others }: DayItem, { t }: Said): string {
  const { about, by, title } = facts
  const more = others > 0 ? t('day.others', { count: others }) : null
  switch (reason) {
    case 'acknowledge':
    case 'firstContact':
    case 'contactAttempts':
    case 'decision':
    case 'waitlistReview':
    case 'feedback':
    case 'draftReferral':
    case 'consentRenewal':
    case 'consentMissing':
      return joined([about, by, more])
    case 'sessionToWrite':
    case 'noNews':
      return joined([by === null ? null : t('day.coach', { name: by }), about, more])
    case 'sheet':
      return joined([title, about])
    case 'absences':
    case 'proposal':
    case 'followUp':
    case 'expiry':
    case 'task':
      return joined([about, more])
  }
}

function dueOf({ group, dueOn, dueTime, daysLeft, snoozedUntil }: DayItem, { t, dates, format }: Said): string {
  if (group === 'snoozed') return t('day.due.snoozed', { day: format.shortDay(snoozedUntil ?? '') })
  if (dueOn === null || daysLeft === null) return t('day.due.none')
  if (daysLeft < 0) return t('day.due.late', { count: -daysLeft })
  if (daysLeft === 0) return dueTime ?? t('day.due.today')
  return dates.near(dueOn)
}

export function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ')
}
