import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { Home } from './Home'
import { PageFailed } from './PageFailed'
import { PageMissing } from './PageMissing'
import { PeoplePage } from './PeoplePage'
import { ReferralsPage } from './ReferralsPage'
import { ShellLayout } from './ShellLayout'

/** The map of the application. A page is loaded when it is first opened. */
const root = createRootRoute({ component: ShellLayout })
const settingsPage = lazyRouteComponent(() => import('./SettingsPage'), 'SettingsPage')
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: settingsPage })
const settingsTab = createRoute({ getParentRoute: () => root, path: '/settings/$tab', component: settingsPage })
const trash = createRoute({
  getParentRoute: () => root,
  path: '/trash',
  component: lazyRouteComponent(() => import('./TrashPage'), 'TrashPage'),
})

const importPage = lazyRouteComponent(() => import('./ImportPage'), 'ImportPage')
const exchanges = createRoute({
  getParentRoute: () => root,
  path: '/exchanges',
  component: lazyRouteComponent(() => import('./ExchangesPage'), 'ExchangesPage'),
})
const importNew = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: importPage,
  /** What the list one comes from holds. */
  validateSearch: ({ kind }): { kind?: string } => (typeof kind === 'string' ? { kind } : {}),
})
const importOne = createRoute({ getParentRoute: () => root, path: '/import/$id', component: importPage })

// where one arrives: drawn at once, without the wait for a page that is loaded apart
const people = createRoute({ getParentRoute: () => root, path: '/people', component: PeoplePage })
const day = page('/day', () => import('./DayPage'), 'DayPage')
const newPerson = createRoute({
  getParentRoute: () => root,
  path: '/people/new',
  component: lazyRouteComponent(() => import('./NewPersonPage'), 'NewPersonPage'),
  validateSearch: begunWith,
})
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./PersonPage'), 'PersonPage'),
  /** One comes to note what the person agrees to now. */
  validateSearch: ({ renewing }): { renewing?: true } => (renewing === true ? { renewing } : {}),
})
const organisations = page('/organisations', () => import('./OrganisationsPage'), 'OrganisationsPage')
const organisation = page('/organisations/$id', () => import('./OrganisationPage'), 'OrganisationPage')
const residences = page('/residences/{-$id}', () => import('./ResidencesPage'), 'ResidencesPage')
const referrals = createRoute({ getParentRoute: () => root, path: '/referrals', component: ReferralsPage })
const newReferral = createRoute({
  getParentRoute: () => root,
  path: '/referrals/new',
  component: lazyRouteComponent(() => import('./NewReferralPage'), 'NewReferralPage'),
  validateSearch: ({ previousId, ...others }: Record<string, unknown>): Begun & { previousId?: string } => ({
    ...begunWith(others),
    ...(typeof previousId === 'string' && previousId !== '' ? { previousId } : {}),
  }),
})
const workshop = page('/workshops/$id', () => import('./WorkshopPage'), 'WorkshopPage')
const hours = createRoute({
  getParentRoute: () => root,
  path: '/hours',
  component: lazyRouteComponent(() => import('./HoursPage'), 'HoursPage'),
  /** A statement that is asked for: whose, and the month. */
  validateSearch: ({ month, person: personId, coach }: Record<string, unknown>): StatementAsked => ({
    ...(typeof month === 'string' ? { month } : {}),
    ...(typeof personId === 'string' ? { person: personId } : {}),
    ...(typeof coach === 'string' ? { coach } : {}),
  }),
})
const referral = createRoute({
  getParentRoute: () => root,
  path: '/referrals/$id',
  component: lazyRouteComponent(() => import('./ReferralPage'), 'ReferralPage'),
  /** One comes to tell the landlord, or to note what the person agrees to now. */
  validateSearch: ({ telling, renewing }): { telling?: true; renewing?: true } => ({
    ...(telling === true ? { telling } : {}),
    ...(renewing === true ? { renewing } : {}),
  }),
})

const programmes = page('/programmes', () => import('./ProgrammesPage'), 'ProgrammesPage')
const programme = page('/programmes/$id', () => import('./ProgrammePage'), 'ProgrammePage')
const cohort = createRoute({
  getParentRoute: () => root,
  path: '/cohorts/$id',
  component: lazyRouteComponent(() => import('./CohortPage'), 'CohortPage'),
  /** The part of the cohort that is shown: a workshop leads back to the attendance of its cohort. */
  validateSearch: ({ tab }): { tab?: string } => (typeof tab === 'string' ? { tab } : {}),
})
const coaching = page('/coaching', () => import('./CoachingPage'), 'CoachingPage')
const tasks = page('/tasks/{-$id}', () => import('./TasksPage'), 'TasksPage')
const calendar = page('/calendar', () => import('./CalendarPage'), 'CalendarPage')

const tree = root.addChildren([
  day,
  people,
  newPerson,
  person,
  organisations,
  organisation,
  residences,
  referrals,
  newReferral,
  referral,
  programmes,
  programme,
  cohort,
  workshop,
  hours,
  coaching,
  tasks,
  calendar,
  home,
  settings,
  settingsTab,
  trash,
  exchanges,
  importNew,
  importOne,
])

interface StatementAsked {
  readonly month?: string
  readonly person?: string
  readonly coach?: string
}

interface Begun {
  readonly person?: string
  readonly name?: string
}

/** What a form begins with: the person one comes from, or a name that was typed in the search box. */
function begunWith({ person: id, name }: Record<string, unknown>): Begun {
  return {
    ...(typeof id === 'string' && id !== '' ? { person: id } : {}),
    ...(typeof name === 'string' || typeof name === 'number' ? { name: String(name).slice(0, 100) } : {}),
  }
}

/** A page at its address, loaded when it is first opened. */
function page<Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
) {
  return createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) })
}

/** One for each space that is opened: what was visited in another is not to go back to. */
export function createPages(first: string) {
  const history = createHashHistory()
  if (history.location.pathname === '/') history.replace(first) // at once, or the window would be drawn twice
  return createRouter({
    routeTree: tree,
    history,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageMissing,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>
  }
}
