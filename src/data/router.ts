import { type AnyRouter, lazy } from '@orpc/server'
import type { Contract } from '../shared/contract.ts'
import { firstContract } from '../shared/contract-first.ts'
import type { laterContract } from '../shared/contract-later.ts'
import { firstHandlers } from './handlers-first.ts'
import { type ServerHost, createRouter } from './server.ts'
import type { EventBus } from './session/events.ts'
import type { memberLifecycle, spaceLifecycle } from './session/lifecycle.ts'

/** The features of the other pages, known by name before they are read: one too many or too few does not compile. */
const laterFeatures: Readonly<Record<keyof typeof laterContract, true>> = {
  agreements: true,
  organisations: true,
  residences: true,
  reference: true,
  search: true,
  programmes: true,
  cohorts: true,
  workshops: true,
  enrolments: true,
  selection: true,
  attendances: true,
  sheets: true,
  certificates: true,
  hours: true,
  supports: true,
  sessions: true,
  plans: true,
  scales: true,
  tasks: true,
  interactions: true,
  reminders: true,
  calendar: true,
  imports: true,
  documents: true,
  logos: true,
  letters: true,
  exports: true,
  day: true,
}

export interface OwnHandlers {
  readonly space: ReturnType<typeof spaceLifecycle>
  readonly members: ReturnType<typeof memberLifecycle>
  readonly events: EventBus
}

/**
 * Everything the contract names. Making the schemas of all features takes longer than the first answer: those that no
 * first page asks are made with the first question put to one of them.
 */
export function createRoutes(
  { space, members, events }: OwnHandlers,
  host: ServerHost,
): Record<keyof Contract, AnyRouter> {
  const first = createRouter(
    firstContract,
    {
      ...firstHandlers,
      space,
      members: { ...firstHandlers.members, ...members },
      events: (_context: undefined, _input: unknown, signal: AbortSignal) => events.watch(signal),
    },
    host,
  )
  let read: Promise<Record<string, AnyRouter>> | undefined
  const later = async (feature: string) => {
    const routes = await (read ??= import('./later.ts').then(({ laterRoutes }) => laterRoutes(host)))
    return { default: routes[feature] }
  }
  const others = Object.keys(laterFeatures).map((feature) => [feature, lazy(() => later(feature))])
  return { ...first, ...Object.fromEntries(others) }
}
