import { createHashHistory, createRootRoute, createRouter, Outlet } from '@tanstack/react-router'
import { PageFailed } from './PageFailed'

/** The map of the application. A page is loaded when it is first opened. */
const root = createRootRoute({ component: Outlet })

export const router = createRouter({
  routeTree: root,
  history: createHashHistory(),
  defaultErrorComponent: PageFailed,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
