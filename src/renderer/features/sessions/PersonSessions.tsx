import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconLock, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../../shared/features/sessions'
import { ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { durationWords } from '../../i18n/duration'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { ErrorState } from '../../ui/ErrorState'
import { StateDot } from '../../ui/StateDot'
import type { SessionAsked } from './SessionDrawer'
import { sessionLook } from './session-look'
import './sessions.css'

const first = 6

interface PersonSessionsProps {
  readonly personId: string
  readonly onAsk: (asked: SessionAsked) => void
}

/** Every session of someone, the latest first; the older ones are asked for. */
export function PersonSessions({ personId, onAsk }: PersonSessionsProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('sessions.ofPerson', { personId })
  const [all, setAll] = useState(false)
  if (error && data === undefined)
    return <ErrorState title={t('sessions.failed')} body={words(error)} onRetry={() => void refetch()} />
  const shown = all ? (data ?? []) : (data ?? []).slice(0, first)
  return (
    <section className="coaching-part" aria-label={t('sessions.title')}>
      <h2 className="h2">
        {t('sessions.title')} {data && data.length > 0 ? <span className="count">{data.length}</span> : null}
      </h2>
      {data?.length === 0 ? <p className="t3">{t('sessions.none')}</p> : null}
      <ol className="session-list" aria-busy={data === undefined}>
        {shown.map((session) => (
          <Line key={session.id} session={session} onAsk={onAsk} />
        ))}
      </ol>
      {data && data.length > shown.length ? (
        <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
          {t('sessions.showAll', { count: data.length })}
        </Button>
      ) : null}
    </section>
  )
}

function Line({ session, onAsk }: { session: Session; onAsk: PersonSessionsProps['onAsk'] }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const { state, heldOn, startTime, minutes, mode, themes, shareableNote, privateNote, nextStep, fundings } = session
  const when = [format.day(heldOn), startTime, state === 'held' || state === 'planned' ? durationWords(minutes) : null]
  return (
    <li>
      <div className="row">
        <b className="med tab">{when.filter((part) => part !== null).join(', ')}</b>
        <StateDot {...sessionLook(session)}>
          {session.toWriteUp ? t('sessions.toWrite') : label('sessionState', state)}
        </StateDot>
        <span className="end row">
          {session.toWriteUp ? (
            <Button
              size="xs"
              variant="subtle"
              aria-label={t('sessions.writeNamed', { day: format.day(heldOn) })}
              leftSection={<IconPencil size={14} />}
              onClick={() => onAsk({ session, writeUp: true })}
            >
              {t('sessions.write')}
            </Button>
          ) : null}
          <Acts session={session} onEdit={() => onAsk({ session, writeUp: false })} />
        </span>
      </div>
      <p className="t2">
        {[label('sessionMode', mode), session.coachName, ...themes.map((theme) => label('coachingTheme', theme))].join(
          ', ',
        )}
      </p>
      {shareableNote === null ? null : <p className="session-said">{shareableNote}</p>}
      {privateNote === null ? null : (
        <p className="session-said" data-private>
          <IconLock size={14} aria-label={t('sessions.privateNote')} /> {privateNote}
        </p>
      )}
      {nextStep === null ? null : (
        <p className="t3 sm">
          {t(session.nextStepDone ? 'sessions.stepWasDone' : 'sessions.stepIs', { step: nextStep })}
          {session.nextStepOn === null ? null : `, ${t('ui.beforeDay', { day: format.day(session.nextStepOn) })}`}
        </p>
      )}
      {fundings.length > 0 ? (
        <p className="t3 sm">{fundings.map(({ title, share }) => `${title} ${share}\u00A0%`).join(', ')}</p>
      ) : null}
    </li>
  )
}

function Acts({ session, onEdit }: { session: Session; onEdit: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  async function trash(): Promise<void> {
    try {
      await ask('sessions.trash', { id: session.id })
      told.done(t('sessions.trashed'))
    } catch (problem) {
      told.failed(problem)
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('sessions.actsOf', { day: format.day(session.heldOn) })}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
          {t('lists.edit')}
        </Menu.Item>
        <Menu.Item data-danger leftSection={<IconTrash size={16} />} onClick={() => void trash()}>
          {t('sessions.trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
