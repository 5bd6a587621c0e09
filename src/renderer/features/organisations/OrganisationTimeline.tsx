import { Button } from '@mantine/core'
import { IconArrowRampRight, IconBuildingPlus, IconCircleCheck, IconUserMinus, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganisationEvent } from '../../../shared/features/organisations'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { ErrorState } from '../../ui/ErrorState'
import { PersonName } from '../../ui/PersonName'
import { Timeline } from '../../ui/Timeline'
import { interactionIcon, interactionWords, lastingOf } from '../../ui/interaction-event'

const icons = {
  created: IconBuildingPlus,
  contactStarted: IconUserPlus,
  contactEnded: IconUserMinus,
  referralMove: IconArrowRampRight,
} as const
const atFirst = 50
const most = 500

/** What happened with an organisation, newest first; the older events are read when they are asked for. */
export function OrganisationTimeline({ id, onInteraction }: { id: string; onInteraction: (id: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useErrorWords()
  const words = useWords()
  const [limit, setLimit] = useState(atFirst)
  const { data, error, refetch } = useQuery('organisations.timeline', { id, limit }, { keepPrevious: true })
  if (error && !data) {
    return <ErrorState title={t('organisations.missing')} body={said(error)} onRetry={() => void refetch()} />
  }
  if (data?.length === 0) return <p className="t3">{t('organisations.nothingYet')}</p>
  return (
    <>
      <Timeline
        label={t('organisations.events')}
        entries={(data ?? []).map((event) => ({
          id: event.id,
          at: event.at,
          icon: isAccepted(event) ? IconCircleCheck : iconOf(event),
          reached: isAccepted(event),
          title: words(event),
          when: lastingOf(event, format.shortDay(event.at)),
          body: <Body event={event} onInteraction={onInteraction} />,
        }))}
      />
      {data?.length === limit && limit < most ? (
        <Button size="xs" variant="subtle" onClick={() => setLimit(most)}>
          {t('organisations.olderEvents')}
        </Button>
      ) : null}
    </>
  )
}

/** Which referral, of whom, by whom. */
function Body({ event, onInteraction }: { event: OrganisationEvent; onInteraction: (id: string) => void }) {
  const { t } = useTranslation()
  const [number, personId] = [textOf(event, 'number'), textOf(event, 'personId')]
  return (
    <>
      {number === null ? null : (
        <a className="tab" href={`#/referrals/${textOf(event, 'referralId') ?? ''}`}>
          {number}
        </a>
      )}{' '}
      {personId === null ? null : (
        <a href={`#/people/${personId}`}>
          <PersonName lastName={textOf(event, 'lastName') ?? ''} firstName={textOf(event, 'firstName') ?? ''} />
        </a>
      )}
      {[textOf(event, 'title'), event.by === null ? null : t('organisations.event.by', { name: event.by })]
        .filter((part) => part !== null)
        .map((part, index) => `${index > 0 || personId !== null ? ', ' : ''}${part}`)
        .join('')}
      {textOf(event, 'note') === null ? null : <p>{t('people.event.note', { note: textOf(event, 'note') ?? '' })}</p>}
      {event.kind === 'interaction' ? (
        <button type="button" className="organisation-act timeline-act" onClick={() => onInteraction(event.id)}>
          {t('interactions.editThis')}
        </button>
      ) : null}
    </>
  )
}

function useWords(): (event: OrganisationEvent) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (event) => {
    if (event.kind === 'interaction') return interactionWords(event, label)
    return event.kind === 'referralMove'
      ? t('organisations.event.referralMove', {
          state: label('referralState', textOf(event, 'toState') ?? '').toLocaleLowerCase(),
        })
      : t(`organisations.event.${event.kind}`)
  }
}

function iconOf(event: OrganisationEvent) {
  return event.kind === 'interaction' ? interactionIcon(event) : icons[event.kind]
}

function isAccepted(event: OrganisationEvent): boolean {
  return event.kind === 'referralMove' && event.data['toState'] === 'accepted'
}

function textOf(event: OrganisationEvent, field: string): string | null {
  const value = event.data[field]
  return typeof value === 'string' && value !== '' ? value : null
}
