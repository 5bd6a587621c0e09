import {
  IconArrowRampRight,
  IconArrowsExchange,
  IconBuilding,
  IconBuildingCommunity,
  IconCalendar,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { SpaceKind } from '../../shared/rules/values'

/** A place of the side bar. What is not built does not stand here. */
export interface NavigationItem {
  readonly label: 'people' | 'organisations' | 'residences' | 'referrals' | 'calendar' | 'exchanges'
  readonly path: string
  readonly icon: TablerIcon
}
export interface NavigationGroup {
  readonly title: 'support' | 'reporting' | null
  readonly items: readonly NavigationItem[]
}

const people: NavigationItem = { label: 'people', path: '/people', icon: IconUsers }
const organisations: NavigationItem = { label: 'organisations', path: '/organisations', icon: IconBuildingCommunity }
const residences: NavigationItem = { label: 'residences', path: '/residences', icon: IconBuilding }
const referrals: NavigationItem = { label: 'referrals', path: '/referrals', icon: IconArrowRampRight }
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
        { title: null, items: [referrals, people, organisations, residences, calendar] },
        { title: 'reporting', items: [exchanges] },
      ]
    : [
        { title: null, items: [people, organisations, residences] },
        { title: 'support', items: [referrals, calendar] },
        { title: 'reporting', items: [exchanges] },
      ]
}
