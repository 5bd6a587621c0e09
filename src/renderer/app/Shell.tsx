import { RouterProvider } from '@tanstack/react-router'
import { router } from './routes'

/** The pages of the open space: read only once there is one. */
export function Shell() {
  return <RouterProvider router={router} />
}
