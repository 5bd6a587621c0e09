import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { createPages } from './routes'

/** The pages of the open space: read only once there is one. */
export function Shell() {
  const [pages] = useState(createPages)
  return <RouterProvider router={pages} />
}
