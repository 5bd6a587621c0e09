import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import type { SessionAsked } from './SessionDrawer'
import './sessions.css'

interface NextSessionsProps {
  readonly personId: string
  readonly onAsk: (asked: SessionAsked) => void
}

/** Beside a person: the sessions to write up. Nothing of it, nothing shown. */
export function NextSessions({ personId, onAsk }: NextSessionsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const all = useQuery('sessions.ofPerson', { personId }).data ?? []
  const waiting = all.filter(({ toWriteUp }) => toWriteUp)
  if (waiting.length === 0) return null
  return (
    <section>
      <h2 className="h3">{t('sessions.nextTitle', { count: waiting.length })}</h2>
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
      </ul>
    </section>
  )
}
