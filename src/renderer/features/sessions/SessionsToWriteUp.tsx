import { Button, Skeleton } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { durationWords } from '../../i18n/duration'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { NothingFound } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { PersonName } from '../../ui/PersonName'
import { StateDot } from '../../ui/StateDot'
import type { SessionAsked } from './SessionDrawer'
import { sessionLook } from './session-look'
import '../../ui/listing.css'
import './sessions.css'

const limit = 200

interface SessionsToWriteUpProps {
  /** Null for everyone's. */
  readonly coachId: string | null
  readonly onAsk: (asked: SessionAsked) => void
}

/** Sessions that wait for their report, the oldest first, and those still to come. */
export function SessionsToWriteUp({ coachId, onAsk }: SessionsToWriteUpProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const waiting = useQuery('sessions.toWriteUp', { coachId, limit }, { keepPrevious: true })
  const coming = useQuery('sessions.planned', { coachId, limit: 50 }, { keepPrevious: true })
  if (waiting.error && waiting.data === undefined)
    return (
      <ErrorState title={t('sessions.failed')} body={words(waiting.error)} onRetry={() => void waiting.refetch()} />
    )
  if (waiting.data === undefined || coming.data === undefined) return <Skeleton height={160} />
  if (waiting.data.total + coming.data.length === 0)
    return <NothingFound title={t('sessions.allWritten')} body={t('sessions.allWrittenBody')} />
  return (
    <>
      <Rows rows={waiting.data.rows} title={t('sessions.toWriteTitle')} onAsk={onAsk} />
      {waiting.data.total > waiting.data.rows.length ? (
        <p className="t3 sm">{t('sessions.moreToWrite', { count: waiting.data.total - waiting.data.rows.length })}</p>
      ) : null}
      <Rows rows={coming.data} title={t('sessions.comingTitle')} onAsk={onAsk} />
    </>
  )
}

type Row = Extract<SessionAsked, { readonly session: unknown }>['session']

function Rows({ rows, title, onAsk }: { rows: readonly Row[]; title: string; onAsk: SessionsToWriteUpProps['onAsk'] }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  if (rows.length === 0) return null
  return (
    <section className="coaching-part">
      <h2 className="h2">
        {title} <span className="count">{format.number(rows.length)}</span>
      </h2>
      <table className="listing sessions-listing" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('sessions.heldOn')}</th>
            <th scope="col">{t('sessions.person')}</th>
            <th scope="col">{t('sessions.coach')}</th>
            <th scope="col">{t('sessions.mode')}</th>
            <th scope="col">{t('sessions.state')}</th>
            <th scope="col">
              <span className="vh">{t('common.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((session) => (
            <tr key={session.id}>
              <td className="tab nowrap">
                {[format.day(session.heldOn), session.startTime].filter((part) => part !== null).join(', ')}
              </td>
              <th scope="row">
                <a href={`#/people/${session.personId}`}>
                  <PersonName lastName={session.lastName} firstName={session.firstName} />
                </a>
              </th>
              <td className="t2">{session.coachName}</td>
              <td className="t2">
                {label('sessionMode', session.mode)}, {durationWords(session.minutes)}
              </td>
              <td>
                <StateDot {...sessionLook(session)}>{label('sessionState', session.state)}</StateDot>
              </td>
              <td className="acts">
                <Button
                  size="xs"
                  variant="subtle"
                  leftSection={<IconPencil size={14} />}
                  aria-label={t(session.toWriteUp ? 'sessions.writeOf' : 'sessions.editOf', {
                    name: `${session.firstName} ${session.lastName}`.trim(),
                  })}
                  onClick={() => onAsk({ session, writeUp: session.toWriteUp })}
                >
                  {session.toWriteUp ? t('sessions.write') : t('lists.edit')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
