import {
  QueryClient,
  type UseQueryOptions,
  hashKey,
  keepPreviousData,
  notifyManager,
  useMutation,
  useQuery as useTanstackQuery,
} from '@tanstack/react-query'
import type { Api, Inputs, Outputs } from '../shared/contract'
import type { Progress } from '../shared/endpoint'
import { AppError } from '../shared/errors'
import { api, connectionState, failureOf, onConnection, untilLost } from './connection'
import { afterFirstRows } from './first-rows'

/** `people.get`, `referrals.move`…: an endpoint by its name in the contract. */
export type EndpointName = {
  [Feature in keyof Inputs]: `${Feature}.${Extract<keyof Inputs[Feature], string>}`
}[Exclude<keyof Inputs, 'events'>]
type At<Tree, Name> = Name extends `${infer Feature}.${infer Endpoint}`
  ? Feature extends keyof Tree
    ? Endpoint extends keyof Tree[Feature]
      ? Tree[Feature][Endpoint]
      : never
    : never
  : never
export type InputOf<Name extends EndpointName> = At<Inputs, Name>
export type OutputOf<Name extends EndpointName> = At<Outputs, Name>

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: waitsForSpace,
      retryDelay: 1000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

// An answer is told in a task of its own, as the library does, but never before the first rows of a start are drawn.
notifyManager.setScheduler((tell) => afterFirstRows(() => setTimeout(tell)))

/** A question asked while the data process restarts, or before its space is unlocked again, waits; what is on screen stays. */
function waitsForSpace(_times: number, error: Error): boolean {
  return error instanceof AppError && (error.code === 'dataProcessStopped' || error.code === 'locked')
}

type QueryOptions<Name extends EndpointName> = Partial<Pick<UseQueryOptions<OutputOf<Name>, AppError>, 'enabled'>> & {
  /** Shows the former answer while the next one comes, instead of nothing. */
  readonly keepPrevious?: boolean
}

/** Where the answer to a question is kept. */
export function keyOf<Name extends EndpointName>(name: Name, input: InputOf<Name>): readonly unknown[] {
  return [...name.split('.'), input]
}

/** Asks a query; asked anew by itself whenever a command changed something. */
export function useQuery<Name extends EndpointName>(
  name: Name,
  input: InputOf<Name>,
  options: QueryOptions<Name> = {},
) {
  const { keepPrevious, ...rest } = options
  return useTanstackQuery<OutputOf<Name>, AppError>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => ask(name, input, signal),
    ...(keepPrevious === true ? { placeholderData: keepPreviousData as never } : {}),
    ...rest,
  })
}

/** Answers on their way to questions that nobody has asked yet; forgotten at the first change, and with the process that gave them. */
const ahead = new Map<string, Promise<unknown>>()
onConnection(() => connectionState() === 'lost' && ahead.clear())

/** Asks before anything on screen does; whoever asks the same, before anything changed, gets this answer. */
export async function askAhead<Name extends EndpointName>(
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name> | null> {
  const key = hashKey([name, input])
  const answer = ask(name, input)
  ahead.set(key, answer)
  try {
    return await answer
  } catch {
    ahead.delete(key) // told to whoever has it already; who asks later asks anew
    return null
  }
}

/** A command, to be run by `mutate` or `mutateAsync`; its error is an `AppError`. */
export function useCommand<Name extends EndpointName>(
  name: Name,
  options: { readonly onSuccess?: (output: OutputOf<Name>) => void; readonly onError?: (error: AppError) => void } = {},
) {
  return useMutation<OutputOf<Name>, AppError, InputOf<Name>>({ mutationFn: (input) => ask(name, input), ...options })
}

/** Asks once, outside a component's life: for a grid's pages, a picker's search. */
export async function ask<Name extends EndpointName>(
  name: Name,
  input: InputOf<Name>,
  signal?: AbortSignal,
): Promise<OutputOf<Name>> {
  const early = ahead.size > 0 ? ahead.get(hashKey([name, input])) : undefined
  if (early) return early as Promise<OutputOf<Name>>
  const endpoint = endpointOf(name) as (input: unknown, options: { signal?: AbortSignal }) => Promise<OutputOf<Name>>
  return endpoint(input, signal ? { signal } : {})
}

export type JobName = {
  [Name in EndpointName]: OutputOf<Name> extends AsyncIterable<unknown> ? Name : never
}[EndpointName]
export type JobResult<Name extends JobName> =
  OutputOf<Name> extends AsyncIterator<unknown, infer Result, unknown> ? Result : never

/** Runs a job to its end, telling its progress; aborting `signal` cancels it and nothing is written. */
export async function runJob<Name extends JobName>(
  name: Name,
  input: InputOf<Name>,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void } = {},
): Promise<JobResult<Name>> {
  try {
    const iterator = (await ask(name, input, options.signal)) as unknown as AsyncIterator<
      Progress,
      JobResult<Name>,
      undefined
    >
    for (;;) {
      const step = await untilLost(iterator.next())
      if (step.done === true) return step.value
      options.onProgress?.(step.value)
    }
  } catch (error) {
    throw failureOf(error, options.signal)
  }
}

/** Refreshes what is on screen each time the data process announces a change, and shows its updates; ends with `signal`. */
export async function followChanges(signal: AbortSignal): Promise<void> {
  for await (const event of await api.events({}, { signal })) {
    if (event.kind === 'updating') {
      queryClient.setQueryData(keyOf('space.state', {}), event.now)
      continue
    }
    ahead.clear()
    for (const listener of changeListeners) listener()
    await Promise.race([refresh(), new Promise((resolve) => setTimeout(resolve, patience))])
  }
}

const patience = 1000 // ms; the next change is not left unheard because one answer is long to come

/**
 * Asks anew all that is on screen. A first answer still on its way may have been read before the change, and the library
 * would keep it: it is given up, and asked for again.
 */
export async function refresh(): Promise<void> {
  await queryClient.cancelQueries({ fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
  await queryClient.invalidateQueries()
}

const changeListeners = new Set<() => void>()

/** For what keeps its own rows (a grid): called after each change anywhere. */
export function onChange(listener: () => void): () => void {
  changeListeners.add(listener)
  return () => changeListeners.delete(listener)
}

function endpointOf(name: EndpointName): unknown {
  const [feature, endpoint] = name.split('.') as [keyof Api, string]
  return (api[feature] as unknown as Record<string, unknown>)[endpoint]
}
