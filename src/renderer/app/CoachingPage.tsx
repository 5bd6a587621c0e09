import { Button, Select } from '@mantine/core'
import { IconAdjustments, IconMessagePlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../api'
import { ActionLibrary } from '../features/plans/ActionLibrary'
import { ScaleThemes } from '../features/scales/ScaleThemes'
import { type SessionAsked, SessionDrawer } from '../features/sessions/SessionDrawer'
import { SessionsToWriteUp } from '../features/sessions/SessionsToWriteUp'
import { Caseload } from '../features/supports/Caseload'
import { CoachLoads } from '../features/supports/CoachLoads'
import { Drawer } from '../ui/Drawer'
import { PageHeader } from '../ui/PageHeader'
import { ViewTabs } from '../ui/ViewTabs'
import { useKey } from '../use-key'
import '../features/supports/supports.css'

const quietChoices = [15, 30, 45, 60, 90]

/** Individual support seen by those who give it: whom they follow, what they still have to write, what each carries. */
export function CoachingPage() {
  const { t } = useTranslation()
  const [tab, setTab] = useState('mine')
  const [quietDays, setQuietDays] = useState(30)
  const [asked, setAsked] = useState<SessionAsked | null>(null)
  const [settings, setSettings] = useState(false)
  const whose = useWhose()
  const waiting = useQuery('sessions.toWriteUp', { coachId: whose.coachId, limit: 1 }, { keepPrevious: true }).data
  useKey('s', () => setAsked({ personId: null }))
  const tabs = [
    { id: 'mine', name: t('supports.tabs.mine') },
    {
      id: 'write',
      name: t('supports.tabs.write'),
      ...(waiting && waiting.total > 0 ? { count: waiting.total } : {}),
    },
    { id: 'coaches', name: t('supports.tabs.coaches') },
  ]
  return (
    <>
      <PageHeader
        title={t('supports.page')}
        acts={
          <>
            <Button leftSection={<IconAdjustments size={16} />} onClick={() => setSettings(true)}>
              {t('supports.settings')}
            </Button>
            <Button
              variant="filled"
              leftSection={<IconMessagePlus size={16} />}
              aria-keyshortcuts="S"
              title={t('sessions.logKey')}
              onClick={() => setAsked({ personId: null })}
            >
              {t('sessions.log')}
            </Button>
          </>
        }
      />
      <ViewTabs label={t('supports.parts')} tabs={tabs} current={tab} onSelect={setTab} />
      <div className="coaching-page">
        <div className="coaching-filters">
          {tab === 'coaches' ? null : (
            <Select
              size="xs"
              label={t('supports.whose')}
              data={[
                ...(tab === 'write' ? [{ value: everyone, label: t('supports.everyone') }] : []),
                ...whose.coaches.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={tab === 'write' ? (whose.coachId ?? everyone) : whose.ofCaseload}
              onChange={whose.choose}
            />
          )}
          {tab === 'write' ? null : (
            <Select
              size="xs"
              label={t('supports.quietAfter')}
              data={quietChoices.map((count) => ({
                value: String(count),
                label: t('supports.quietChoice', { count }),
              }))}
              value={String(quietDays)}
              onChange={(days) => setQuietDays(Number(days))}
            />
          )}
        </div>
        {tab === 'mine' && whose.ofCaseload !== null ? (
          <Caseload coachId={whose.ofCaseload} quietDays={quietDays} onLog={(personId) => setAsked({ personId })} />
        ) : null}
        {tab === 'write' ? <SessionsToWriteUp coachId={whose.coachId} onAsk={setAsked} /> : null}
        {tab === 'coaches' ? (
          <CoachLoads
            quietDays={quietDays}
            onCaseload={(id) => {
              whose.choose(id)
              setTab('mine')
            }}
          />
        ) : null}
      </div>
      {asked ? (
        <SessionDrawer
          key={'session' in asked ? asked.session.id : `new ${asked.personId ?? ''}`}
          asked={asked}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {settings ? (
        <Drawer label={t('supports.settings')} title={t('supports.settings')} onClose={() => setSettings(false)}>
          <ScaleThemes />
          <ActionLibrary />
        </Drawer>
      ) : null}
    </>
  )
}

const everyone = 'everyone'

/** Whose work is shown: one's own to begin with, or that of whoever carries something where one follows nobody. */
function useWhose() {
  const member = useQuery('members.current', {}).data
  const loads = useQuery('supports.loads', {}).data
  const [chosen, setChosen] = useState<string | null | undefined>(undefined)
  const coaches = (loads ?? []).map(({ coachId, coachName }) => ({ id: coachId, name: coachName }))
  const busiest = (loads ?? []).toSorted((a, b) => b.open - a.open)[0]
  const mine = loads?.find(({ coachId }) => coachId === member?.id)
  const own = mine && mine.open > 0 ? mine.coachId : undefined
  // someone who coaches nobody looks at the work of all
  const first = loads === undefined ? undefined : own
  const coachId = chosen === undefined ? (first ?? null) : chosen
  return {
    coaches,
    coachId,
    ofCaseload: coachId ?? busiest?.coachId ?? member?.id ?? null,
    choose: (id: string | null) => setChosen(id === everyone ? null : id),
  }
}
