import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { exports_ } from './features/exports'
import { history } from './features/history'
import { imports } from './features/imports'
import { lists } from './features/lists'
import { organisations, residences } from './features/organisations'
import { people } from './features/people'
import { reference } from './features/reference'
import { referrals } from './features/referrals'
import { search } from './features/search'
import { drafts, members, settings, space } from './features/space'

/** Everything the screen can ask of the data process. */
export const contract = {
  space, members, settings, drafts,
  people, organisations, residences, referrals,
  lists, search, history, reference,
  imports, exports: exports_,
}

export type Contract = typeof contract
export type Api = ContractRouterClient<Contract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
