import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { firstContract } from './contract-first.ts'
import { laterContract } from './contract-later.ts'

/** Everything the screen can ask of the data process. */
export const contract = { ...firstContract, ...laterContract }

export type Contract = typeof contract
export type Api = ContractRouterClient<Contract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
