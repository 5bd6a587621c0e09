import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../api'
import type { FirstWay } from '../features/space/first-run/FirstData'
import { FirstRun } from '../features/space/first-run/FirstRun'
import { OpenElsewhere } from '../features/space/OpenElsewhere'
import { UnlockOver } from '../features/space/unlock/UnlockOver'
import { UnlockScreen } from '../features/space/unlock/UnlockScreen'
import { UpdatingScreen } from '../features/space/UpdatingScreen'
import { Welcome } from '../features/space/Welcome'
import { useErrorWords } from '../i18n/error-words'
import { onShell } from '../shell'
import { ErrorState } from '../ui/ErrorState'
import { DataStopped, Interrupted } from './DataStopped'
import { rememberExpected } from './expected-space'
import { type Gate, GateContext } from './gate'
import { useConnectionState, useDataGivenUp, useFollowedChanges } from './use-connection'
import { Shell } from './Shell'
import { forgetPages, startAtHome, useLeaving } from './use-leaving'

type Screen = 'space' | 'setup' | 'elsewhere'

/** What stands before the pages: welcome, first run, unlocking; and, over them, what interrupts them. */
export function SpaceGate() {
  const { t } = useTranslation()
  const words = useErrorWords()
  const connection = useConnectionState()
  const givenUp = useDataGivenUp()
  useFollowedChanges(connection)
  const state = useQuery('space.state', {})
  const [screen, setScreen] = useState<Screen>('space')
  const leaving = useLeaving(state.data)
  const { inside, covered, lock, openSpace, openDemo } = leaving
  useEffect(() => {
    if (state.data) rememberExpected(state.data)
  }, [state.data])
  const enter = useCallback(() => setScreen('space'), [])

  useEffect(() => {
    if (screen !== 'space') forgetPages()
  }, [screen])
  useEffect(() => onShell('lock', ({ reason }) => void lock(reason)), [lock])

  const updating = state.data?.state === 'updating' ? state.data : null
  const kind = state.data === undefined || state.data.state === 'none' ? 'association' : state.data.space.kind
  const opened = () => {
    startAtHome()
    enter()
  }
  const begin = (way: FirstWay) => {
    window.location.hash = way === 'import' ? '/import' : '/'
    if (way === 'demo') void openDemo(kind)
    setScreen('space')
  }

  function page(): ReactNode {
    if (screen === 'setup') return <FirstRun onCancel={enter} onDone={begin} />
    if (screen === 'elsewhere') return <OpenElsewhere onBack={enter} onOpened={opened} />
    if (state.error && state.data === undefined)
      return <ErrorState title={t('space.notReady')} body={words(state.error)} onRetry={() => void state.refetch()} />
    if (state.data === undefined || (covered && inside === null)) return null
    const elsewhere = () => setScreen('elsewhere')
    const create = () => setScreen('setup')
    const demo = { onDemo: () => void openDemo(kind), demoBusy: leaving.demoBusy }
    if (state.data.state === 'none') {
      return <Welcome onCreate={create} onOpenElsewhere={elsewhere} onDemo={demo.onDemo} busy={demo.demoBusy} />
    }
    const { space } = state.data
    if (updating !== null && space.demo && inside === null) return null // it has no door to show beneath
    if (state.data.state !== 'open' && inside !== space.folder) {
      return (
        <UnlockScreen
          key={space.folder}
          space={space}
          waitSeconds={state.data.state === 'locked' ? state.data.waitSeconds : 0}
          onCreate={create}
          onOpenElsewhere={elsewhere}
          {...demo}
        />
      )
    }
    return (
      <Behind
        gate={{
          space,
          lock: () => void lock('here'),
          openSpace: (other) => void openSpace(other),
          createSpace: create,
          openElsewhere: elsewhere,
          openDemo: demo.onDemo,
        }}
      >
        {connection === 'lost' && !givenUp ? <Interrupted /> : null}
        {state.data.state === 'locked' && !space.demo ? (
          <UnlockOver space={space} waitSeconds={state.data.waitSeconds} />
        ) : null}
      </Behind>
    )
  }

  return (
    <>
      <div className="beneath" inert={updating !== null}>
        {page()}
      </div>
      {updating ? <UpdatingScreen now={updating} /> : null}
      {covered && updating === null ? (
        <p className="cover" role="status">
          {leaving.demoBusy ? t('space.demoPreparing') : <span className="vh">{t('space.leaving')}</span>}
        </p>
      ) : null}
      {givenUp ? <DataStopped /> : null}
    </>
  )
}

/** The pages, which stay as they are whatever comes over them. */
function Behind({ gate, children }: { gate: Gate; children: ReactNode }) {
  const { space } = gate
  // oxlint-disable-next-line react/exhaustive-deps -- the acts are the same for the same space
  const value = useMemo(() => gate, [space])
  return (
    <GateContext value={value}>
      <Shell key={space.folder} />
      {children}
    </GateContext>
  )
}
