import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '../../../shared/features/people'
import { useChoiceLabel } from '../../i18n/choices'
import { durationWords } from '../../i18n/duration'
import { useFormat } from '../../i18n/format'
import { StateDot } from '../../ui/StateDot'

const kinds = ['session', 'supportStarted', 'supportEnded', 'goalReached', 'barrierResolved'] as const
type CoachingKind = (typeof kinds)[number]
type CoachingEvent = TimelineEvent & { readonly kind: CoachingKind }

export function isCoachingEvent(event: TimelineEvent): event is CoachingEvent {
  return kinds.some((kind) => kind === event.kind)
}

/** What the events of individual support say on the thread: the words, the day with how long, what waits. */
export function useCoachingWords() {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()

  function title(event: CoachingEvent): string {
    const text = (field: string) => {
      const value = event.data[field]
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    }
    switch (event.kind) {
      case 'session': {
        if (text('state') !== 'held')
          return t('people.event.sessionMissed', { state: label('sessionState', text('state')).toLocaleLowerCase() })
        const themes = themesOf(event).map((theme) => label('coachingTheme', theme).toLocaleLowerCase())
        const number = text('number')
        return themes.length === 0
          ? t('people.event.sessionAlone', { number })
          : t('people.event.session', { number, themes: format.list(themes) })
      }
      case 'supportStarted':
        return t(event.data['handedOver'] === true ? 'people.event.supportHanded' : 'people.event.supportStarted')
      case 'supportEnded':
        return t('people.event.supportEnded', {
          reason: label('supportEndReason', text('endReason')).toLocaleLowerCase(),
        })
      case 'goalReached':
        return t('people.event.goalReached', { title: text('title') })
      case 'barrierResolved':
        return t('people.event.barrierResolved', {
          kind: label('barrierKind', text('barrierKind')).toLocaleLowerCase(),
        })
    }
  }

  function state({ data }: CoachingEvent): ReactNode {
    if (data['state'] !== 'held' || data['writtenUpOn'] !== null) return undefined
    return <StateDot tone="warn">{t('people.event.toWrite')}</StateDot>
  }

  function when({ at, data }: CoachingEvent): string {
    const minutes = data['minutes']
    const day = format.shortDay(at)
    return data['state'] === 'held' && typeof minutes === 'number' ? `${day}, ${durationWords(minutes)}` : day
  }

  function body({ by, data }: CoachingEvent): ReactNode {
    const mode = typeof data['mode'] === 'string' ? label('sessionMode', data['mode']).toLocaleLowerCase() : null
    const note = data['shareableNote'] ?? data['note']
    const who = [by, mode].filter((part) => part !== null)
    return (
      <>
        {who.join(', ')}
        {typeof note === 'string' ? <p>{t('people.event.note', { note })}</p> : null}
      </>
    )
  }

  return { title, state, when, body }
}

function themesOf({ data }: CoachingEvent): readonly string[] {
  const themes = data['themes']
  return Array.isArray(themes) ? themes.map(String) : []
}
