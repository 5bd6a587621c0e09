import {
  IconArrowRampRight,
  IconArrowsExchange,
  IconBuilding,
  IconBuildingCommunity,
  IconCalendar,
  IconClockHour4,
  IconMessages,
  IconSchool,
  IconSun,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { SpaceKind } from '../../shared/rules/values'

/** A place of the side bar. What is not built does not stand here. */
export interface NavigationItem {
  readonly label:
    | 'day'
    | 'calendar'
    | 'people'
    | 'organisations'
    | 'residences'
    | 'referrals'
    | 'programmes'
    | 'coaching'
    | 'hours'
    | 'exchanges'
  readonly path: string
  readonly icon: TablerIcon
  /** Where pages that belong to this place lie too. */
  readonly also?: readonly string[]
}
export interface NavigationGroup {
  readonly title: 'support' | 'reporting' | null
  readonly items: readonly NavigationItem[]
}

const day: NavigationItem = { label: 'day', path: '/day', icon: IconSun }
const people: NavigationItem = { label: 'people', path: '/people', icon: IconUsers }
const organisations: NavigationItem = { label: 'organisations', path: '/organisations', icon: IconBuildingCommunity }
const residences: NavigationItem = { label: 'residences', path: '/residences', icon: IconBuilding }
const referrals: NavigationItem = { label: 'referrals', path: '/referrals', icon: IconArrowRampRight }
const programmes: NavigationItem = {
  label: 'programmes',
  path: '/programmes',
  icon: IconSchool,
  also: ['/cohorts', '/workshops'],
}
const coaching: NavigationItem = { label: 'coaching', path: '/coaching', icon: IconMessages }
const hours: NavigationItem = { label: 'hours', path: '/hours', icon: IconClockHour4 }
const calendar: NavigationItem = { label: 'calendar', path: '/calendar', icon: IconCalendar }
const exchanges: NavigationItem = { label: 'exchanges', path: '/exchanges', icon: IconArrowsExchange }

/** Where one arrives. */
export function firstPlace(kind: SpaceKind): string {
  return kind === 'landlord' ? referrals.path : people.path
}

/** A landlord's officer comes for referrals; an association works with people. */
export function navigationFor(kind: SpaceKind): readonly NavigationGroup[] {
  return kind === 'landlord'
    ? [
        { title: null, items: [day] },
        { title: null, items: [referrals, people, organisations, residences, calendar] },
        { title: 'reporting', items: [exchanges] },
      ]
    : [
        { title: null, items: [day] },
        { title: null, items: [people, organisations, residences, calendar] },
        { title: 'support', items: [referrals, programmes, coaching] },
        { title: 'reporting', items: [hours, exchanges] },
      ]
}

/** Whether an address is one of this space: a landlord's has nothing of the programmes, wherever the address came from. */
export function isPlaceOf(kind: SpaceKind, address: string): boolean {
  const own = placesOf(kind)
  return own.some(holds(address)) || !placesOf('association').some(holds(address))
}

function placesOf(kind: SpaceKind): readonly NavigationItem[] {
  return navigationFor(kind).flatMap(({ items }) => items)
}

function holds(address: string) {
  return ({ path, also = [] }: NavigationItem) =>
    [path, ...also].some((place) => address === place || address.startsWith(`${place}/`))
}
