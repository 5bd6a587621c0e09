import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

interface Travel {
  readonly canGoBack: boolean
  readonly canGoForward: boolean
  readonly goBack: () => void
  readonly goForward: () => void
}

/** Back and forward, as a browser has them. The furthest place visited tells whether forward leads somewhere. */
export function useTravel(): Travel {
  const { history } = useRouter()
  const [place, setPlace] = useState({ here: history.location.state.__TSR_index, furthest: history.length - 1 })
  useEffect(
    () =>
      history.subscribe(({ location, action }) => {
        const here = location.state.__TSR_index
        setPlace(({ furthest }) => ({ here, furthest: action.type === 'PUSH' ? here : Math.max(here, furthest) }))
      }),
    [history],
  )
  return {
    canGoBack: place.here > 0,
    canGoForward: place.here < place.furthest,
    goBack: () => history.back(),
    goForward: () => history.forward(),
  }
}
