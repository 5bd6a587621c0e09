import { useEffect, useState, useSyncExternalStore } from 'react'
import { followChanges, queryClient } from '../api'
import { type ConnectionState, connectionState, onConnection } from '../connection'
import { callShell, onShell } from '../shell'
import { useSettled } from '../use-settled'

export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(onConnection, connectionState)
}

/** What is on screen follows what changes; taken up again with each new data process. */
export function useFollowedChanges(connection: ConnectionState): void {
  useEffect(() => {
    if (connection !== 'open') return undefined
    const stop = new AbortController()
    followChanges(stop.signal).catch(() => undefined) // it ends with its process; the next one is followed anew
    void queryClient.invalidateQueries({ queryKey: ['space'] })
    return () => stop.abort()
  }, [connection])
}

/** The data process died twice in a minute and is left stopped. */
export function useDataGivenUp(): boolean {
  const [givenUp, setGivenUp] = useState(false)
  const settled = useSettled()
  useEffect(() => {
    if (!settled) return
    callShell('appInfo', {}).then(
      ({ data }) => setGivenUp(data === 'stopped'),
      () => undefined, // outside the application there is no such process to speak of
    )
  }, [settled])
  useEffect(() => {
    const offs = [
      onShell('data-stopped', ({ final }) => setGivenUp(final)),
      onShell('data-restarted', () => setGivenUp(false)),
    ]
    return () => offs.forEach((off) => off())
  }, [])
  return givenUp
}
