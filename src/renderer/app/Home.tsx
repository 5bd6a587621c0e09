import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useGate } from './gate'
import { firstPlace } from './navigation'

/** Where one arrives: the first place of the side bar, which differs with the kind of space. */
export function Home() {
  const { history } = useRouter()
  const { space } = useGate()
  const first = firstPlace(space.kind)
  useEffect(() => history.replace(first), [history, first])
  return null
}
