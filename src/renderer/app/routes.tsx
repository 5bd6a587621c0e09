import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { Home } from './Home'
import { PageFailed } from './PageFailed'
import { ShellLayout } from './ShellLayout'

/** The map of the application. A page is loaded when it is first opened. */
const root = createRootRoute({ component: ShellLayout })
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })

export const router = createRouter({
  routeTree: root.addChildren([home]),
  history: createHashHistory(),
  defaultErrorComponent: PageFailed,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
