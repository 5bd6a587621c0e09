import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { today } from '../../today'
import type { SessionAsked } from './SessionDrawer'
import './sessions.css'

interface NextSessionsProps {
  readonly personId: string
  readonly onAsk: (asked: SessionAsked) => void
}

/** Beside a person: what is to be written up, and when they come next. Nothing of it, nothing shown. */
export function NextSessions({ personId, onAsk }: NextSessionsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const all = useQuery('sessions.ofPerson', { personId }).data ?? []
  const waiting = all.filter(({ toWriteUp }) => toWriteUp)
  const coming = all.filter(({ state, heldOn }) => state === 'planned' && heldOn >= today()).toReversed()
  if (waiting.length + coming.length === 0) return null
  return (
    <section>
      <h2 className="h3">{t('sessions.nextTitle')}</h2>
      <ul className="next-sessions">
        {waiting.map((session) => (
          <li key={session.id}>
            <button type="button" onClick={() => onAsk({ session, writeUp: true })}>
              <span className="t3 tab">{format.shortDay(session.heldOn)}</span>
              <span>
                {t('sessions.writeUp')}
                <small>{session.coachName}</small>
              </span>
            </button>
          </li>
        ))}
        {coming.map((session) => (
          <li key={session.id}>
            <button type="button" onClick={() => onAsk({ session, writeUp: false })}>
              <span className="t3 tab">{format.shortDay(session.heldOn)}</span>
              <span>
                {t('sessions.one')}
                <small>{[session.startTime, session.coachName].filter((part) => part !== null).join(', ')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
