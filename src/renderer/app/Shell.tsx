import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { useGate } from './gate'
import { firstPlace } from './navigation'
import { createPages } from './routes'

/** The pages of the open space. */
export function Shell() {
  const { space } = useGate()
  const [pages] = useState(() => createPages(firstPlace(space.kind)))
  return <RouterProvider router={pages} />
}
