import { Button } from '@mantine/core'
import { IconMessagePlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonPlan } from '../features/plans/PersonPlan'
import { GoalLines } from '../features/plans/GoalLines'
import { PersonScales } from '../features/scales/PersonScales'
import { ScaleTracks } from '../features/scales/ScaleTracks'
import { NextSessions } from '../features/sessions/NextSessions'
import { PersonSessions } from '../features/sessions/PersonSessions'
import { type SessionAsked, SessionDrawer } from '../features/sessions/SessionDrawer'
import { PersonSupports } from '../features/supports/PersonSupports'
import { useKey } from '../use-key'
import '../features/supports/supports.css'

/** All of someone's individual support on one tab: who follows them, the sessions, the plan, how far they have come. */
export function PersonCoaching({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<SessionAsked | null>(null)
  return (
    <>
      <div className="coaching-head">
        <Button
          leftSection={<IconMessagePlus size={16} />}
          aria-keyshortcuts="S"
          title={t('sessions.logKey')}
          onClick={() => setAsked({ personId })}
        >
          {t('sessions.log')}
        </Button>
      </div>
      <PersonSupports personId={personId} />
      <PersonSessions personId={personId} onAsk={setAsked} />
      <PersonPlan personId={personId} />
      <PersonScales personId={personId} />
      {asked ? <SessionDrawer key={keyOf(asked)} asked={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

/** Beside the thread of someone, first of all: the sessions to write up. */
export function PersonWriteUps({ personId }: { personId: string }) {
  const [asked, setAsked] = useState<SessionAsked | null>(null)
  useKey('s', () => setAsked({ personId })) // on every tab of the page
  return (
    <>
      <NextSessions personId={personId} onAsk={setAsked} />
      {asked ? <SessionDrawer key={keyOf(asked)} asked={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

/** Beside the thread of someone: the goals, how far they have come. */
export function PersonGoals({ personId }: { personId: string }) {
  return (
    <>
      <GoalLines personId={personId} />
      <ScaleTracks personId={personId} />
    </>
  )
}

function keyOf(asked: SessionAsked): string {
  return 'session' in asked ? asked.session.id : `new ${asked.personId ?? ''}`
}
