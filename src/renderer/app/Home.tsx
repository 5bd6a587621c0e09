import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useGate } from './gate'
import { navigationFor } from './navigation'

/** Where one arrives: the first place of the side bar, which differs with the kind of space. */
export function Home() {
  const { history } = useRouter()
  const { space } = useGate()
  const first = navigationFor(space.kind)[0]?.items[0]?.path
  useEffect(() => {
    if (first !== undefined) history.replace(first)
  }, [history, first])
  return null
}
