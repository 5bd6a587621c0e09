import type { contract } from '../shared/contract.ts'
import type { Handlers } from './context.ts'
import { documents } from './features/documents.ts'
import { drafts } from './features/drafts.ts'
import { exports_ } from './features/exports.ts'
import { history } from './features/history.ts'
import { imports } from './features/imports.ts'
import { letters } from './features/letters.ts'
import { members } from './features/members.ts'
import { lists } from './features/saved-views.ts'
import { organisations } from './features/organisations.ts'
import { people } from './features/people.ts'
import { referrals } from './features/referrals.ts'
import { reference } from './features/reference.ts'
import { residences } from './features/residences.ts'
import { search } from './features/search.ts'
import { settings } from './features/settings.ts'

/** The handlers of every feature, held to the contract: a missing one does not compile. */
export const handlers = {
  members,
  settings,
  drafts,
  lists,
  history,
  people,
  organisations,
  residences,
  reference,
  search,
  referrals,
  imports,
  documents,
  letters,
  exports: exports_,
} satisfies { [Feature in Exclude<keyof typeof contract, 'space' | 'events'>]: Handlers<(typeof contract)[Feature]> }
