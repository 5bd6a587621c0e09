import {
  IconArrowRampRight,
  IconCertificate,
  IconBarrierBlockOff,
  IconCircleCheck,
  IconMessages,
  IconPaperclip,
  IconPhone,
  IconSchool,
  IconSend,
  IconShieldCheck,
  IconShieldOff,
  IconShieldX,
  IconStairsUp,
  IconTargetArrow,
  IconUserPlus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '../../../shared/features/people'
import { useQuery } from '../../api'
import { type ChoiceLabel, useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Timeline } from '../../ui/Timeline'
import { isCoachingEvent, useCoachingWords } from './coaching-events'
import { interactionIcon, interactionWords, lastingOf } from '../../ui/interaction-event'
import { joined } from './names'

const icons = {
  created: IconUserPlus,
  referralMove: IconArrowRampRight,
  contactAttempt: IconPhone,
  feedback: IconSend,
  consent: IconShieldCheck,
  consentWithdrawn: IconShieldX,
  consentRefused: IconShieldOff,
  enrolmentMove: IconStairsUp,
  attendance: IconSchool,
  certificate: IconCertificate,
  session: IconMessages,
  supportStarted: IconMessages,
  supportEnded: IconMessages,
  goalReached: IconTargetArrow,
  barrierResolved: IconBarrierBlockOff,
  document: IconPaperclip,
} as const

/** What happened to someone, whatever the axis, newest first. */
export function PersonTimeline({ id, onInteraction }: { id: string; onInteraction: (id: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const coaching = useCoachingWords()
  const events = useQuery('people.timeline', { id, limit: 200 }, { keepPrevious: true }).data
  if (events?.length === 0) return <p className="t3">{t('people.nothingYet')}</p>
  return (
    <Timeline
      label={t('people.events')}
      entries={(events ?? []).map((event) => ({
        id: event.id,
        at: event.at,
        icon: isAccepted(event) ? IconCircleCheck : iconOf(event),
        reached: isAccepted(event),
        ...(isCoachingEvent(event)
          ? {
              title: coaching.title(event),
              state: coaching.state(event),
              when: coaching.when(event),
              body: coaching.body(event),
            }
          : {
              title: words(event),
              when: lastingOf(event, format.shortDay(event.at)),
              body: <Body event={event} onInteraction={onInteraction} />,
            }),
      }))}
    />
  )
}

/** Who did it and for whom, then what was noted. */
function Body({ event, onInteraction }: { event: TimelineEvent; onInteraction: (id: string) => void }) {
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
      {joined([withWhom(event), by])}
      {note === null ? null : <p>{t('people.event.note', { note })}</p>}
      {event.kind === 'interaction' ? (
        <button type="button" className="text-act timeline-act" onClick={() => onInteraction(event.id)}>
          {t('interactions.editThis')}
        </button>
      ) : null}
    </>
  )
}

/** The landlord, the recipient, the cohort or the organisation that it was about. */
function withWhom(event: TimelineEvent): string | null {
  const named = ['landlordName', 'recipientName', 'cohortName', 'organisationName']
  return named.map((field) => textOf(event, field)).find((name) => name !== null) ?? null
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
      case 'enrolmentMove':
        return t('people.event.enrolmentMove', {
          programme: textOf(event, 'programmeName') ?? '',
          stage: label('enrolmentStage', textOf(event, 'to') ?? '').toLocaleLowerCase(),
        })
      case 'attendance':
        return t('people.event.attendance', { title: textOf(event, 'title') ?? '', state: statesOf(event, label) })
      case 'interaction':
        return interactionWords(event, label)
      case 'document':
        return t('people.event.document', {
          kind: label('documentKind', textOf(event, 'kind') ?? ''),
          title: textOf(event, 'title') ?? '',
        })
      case 'certificate':
      case 'created':
        return t(`people.event.${event.kind}`)
      case 'consent':
      case 'consentWithdrawn':
        if (event.referralId !== null) return t(`people.event.${event.kind}`)
        return t(`people.event.${event.kind}To`, { what: purposeOf(event, label) })
      case 'consentRefused':
        return t('people.event.consentRefusedTo', { what: purposeOf(event, label) })
      case 'session':
      case 'supportStarted':
      case 'supportEnded':
      case 'goalReached':
      case 'barrierResolved':
        return '' // worded with the rest of individual support
    }
  }
}

function iconOf(event: TimelineEvent) {
  return event.kind === 'interaction' ? interactionIcon(event) : icons[event.kind]
}

function isAccepted(event: TimelineEvent): boolean {
  return event.kind === 'referralMove' && (event.data['to'] === 'accepted' || event.data['toState'] === 'accepted')
}

function purposeOf(event: TimelineEvent, label: ChoiceLabel): string {
  return label('consentPurpose', textOf(event, 'purpose') ?? '').toLocaleLowerCase()
}

/** `présent`, or both half-days when they differ. */
function statesOf(event: TimelineEvent, label: ChoiceLabel): string {
  const states = Array.isArray(event.data['states']) ? event.data['states'].map(String) : []
  return [...new Set(states)].map((state) => label('attendanceState', state).toLocaleLowerCase()).join(', ')
}

function textOf(event: TimelineEvent, field: string): string | null {
  const value = event.data[field]
  return typeof value === 'string' && value !== '' ? value : null
}
