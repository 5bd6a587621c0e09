import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { documents } from './features/documents.ts'
import { events } from './features/events.ts'
import { exports_ } from './features/exports.ts'
import { history } from './features/history.ts'
import { imports } from './features/imports.ts'
import { letters } from './features/letters.ts'
import { lists } from './features/lists.ts'
import { organisations, residences } from './features/organisations.ts'
import { people } from './features/people.ts'
import { reference } from './features/reference.ts'
import { referrals } from './features/referrals.ts'
import { search } from './features/search.ts'
import { drafts, members, settings, space } from './features/space.ts'

/** Everything the screen can ask of the data process. */
export const contract = {
  space,
  members,
  settings,
  drafts,
  people,
  organisations,
  residences,
  referrals,
  lists,
  search,
  history,
  reference,
  imports,
  documents,
  letters,
  exports: exports_,
  events,
}

export type Contract = typeof contract
export type Api = ContractRouterClient<Contract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
