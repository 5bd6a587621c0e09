import type { firstContract } from '../shared/contract-first.ts'
import type { Handlers } from './context.ts'
import { drafts } from './features/drafts.ts'
import { history } from './features/history.ts'
import { members } from './features/members.ts'
import { lists } from './features/saved-views.ts'
import { people } from './features/people.ts'
import { referrals } from './features/referrals.ts'
import { settings } from './features/settings.ts'

/** The handlers of what the first page asks, held to their contract: a missing one does not compile. */
export const firstHandlers = {
  members,
  settings,
  drafts,
  lists,
  history,
  people,
  referrals,
} satisfies {
  [Feature in Exclude<keyof typeof firstContract, 'space' | 'events'>]: Handlers<(typeof firstContract)[Feature]>
}
