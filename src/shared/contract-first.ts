import { events } from './features/events.ts'
import { history } from './features/history.ts'
import { lists } from './features/lists.ts'
import { people } from './features/people.ts'
import { referrals } from './features/referrals.ts'
import { drafts, members, settings, space } from './features/space.ts'

/** What the first page asks, and what concerns the space itself: known from the start of the data process. */
export const firstContract = {
  space,
  members,
  settings,
  drafts,
  people,
  referrals,
  lists,
  history,
  events,
}
