import {
  IconArrowRampRight,
  IconCircleCheck,
  IconPaperclip,
  IconPhone,
  IconSend,
  IconShieldCheck,
  IconShieldX,
  IconUserPlus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '../../../shared/features/people'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Timeline } from '../../ui/Timeline'
import { joined } from './names'

const icons = {
  created: IconUserPlus,
  referralMove: IconArrowRampRight,
  contactAttempt: IconPhone,
  feedback: IconSend,
  consent: IconShieldCheck,
  consentWithdrawn: IconShieldX,
  document: IconPaperclip,
} as const

/** What happened to someone, whatever the axis, newest first. */
export function PersonTimeline({ id }: { id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const events = useQuery('people.timeline', { id, limit: 200 }, { keepPrevious: true }).data
  if (events?.length === 0) return <p className="t3">{t('people.nothingYet')}</p>
  return (
    <Timeline
      label={t('people.events')}
      entries={(events ?? []).map((event) => ({
        id: event.id,
        at: event.at,
        icon: isAccepted(event) ? IconCircleCheck : icons[event.kind],
        reached: isAccepted(event),
        title: words(event),
        when: format.shortDay(event.at),
        body: <Body event={event} />,
      }))}
    />
  )
}

/** Who did it and for whom, then what was noted. */
function Body({ event }: { event: TimelineEvent }) {
  const { t } = useTranslation()
  const number = textOf(event, 'number')
  const by = event.by === null ? null : t('people.event.by', { name: event.by })
  const note = textOf(event, 'note')
  return (
    <>
      {event.referralId !== null && number !== null ? (
        <a className="tab" href={`#/referrals/${event.referralId}`}>
          {number}
        </a>
      ) : null}{' '}
      {joined([textOf(event, 'landlordName') ?? textOf(event, 'recipientName'), by])}
      {note === null ? null : <p>{t('people.event.note', { note })}</p>}
    </>
  )
}

function useWords(): (event: TimelineEvent) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (event) => {
    switch (event.kind) {
      case 'referralMove':
        return t('people.event.referralMove', {
          state: label('referralState', textOf(event, 'to') ?? textOf(event, 'toState') ?? '').toLocaleLowerCase(),
        })
      case 'contactAttempt':
        return joined([
          t('people.event.contactAttempt', {
            channel: label('contactChannel', textOf(event, 'channel') ?? '').toLocaleLowerCase(),
          }),
          label('contactAttemptResult', textOf(event, 'result') ?? '').toLocaleLowerCase(),
        ])
      case 'feedback':
        return t('people.event.feedback', {
          occasion: label('feedbackOccasion', textOf(event, 'occasion') ?? '').toLocaleLowerCase(),
        })
      case 'document':
        return t('people.event.document', {
          kind: label('documentKind', textOf(event, 'kind') ?? ''),
          title: textOf(event, 'title') ?? '',
        })
      case 'created':
      case 'consent':
      case 'consentWithdrawn':
        return t(`people.event.${event.kind}`)
    }
  }
}

function isAccepted(event: TimelineEvent): boolean {
  return event.kind === 'referralMove' && (event.data['to'] === 'accepted' || event.data['toState'] === 'accepted')
}

function textOf(event: TimelineEvent, field: string): string | null {
  const value = event.data[field]
  return typeof value === 'string' && value !== '' ? value : null
}
