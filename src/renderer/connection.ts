import { type ClientLink, createORPCClient } from '@orpc/client'
import { ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { Api } from '../shared/contract'
import { AppError, type ErrorData, isErrorCode } from '../shared/errors'

export type ConnectionState = 'connecting' | 'open' | 'lost'

type Link = ClientLink<Record<never, never>>

let link: Promise<Link>
let resolveLink: (link: Link) => void = () => undefined
let state: ConnectionState = 'connecting'
const listeners = new Set<() => void>()

renewLink()

/** Every call goes to the data process of the moment: while it restarts, calls wait for the next port. */
const currentLink: Link = {
  call: async (path, input, options) => {
    try {
      const answering = await link
      return await untilLost(answering.call(path, input, options))
    } catch (error) {
      throw failureOf(error, options.signal)
    }
  },
}

export const api: Api = createORPCClient(currentLink)

/** A port handed over by the preload: the first one, or that of a data process started anew. */
export function usePort(port: MessagePort): void {
  const next: Link = new RPCLink({ port })
  port.start()
  resolveLink(next)
  setState('open')
}

/** The data process died: what it was doing fails, what is asked from now on waits for the next. */
export function portLost(): void {
  renewLink()
  for (const fail of inFlight) fail(new AppError('dataProcessStopped'))
  setState('lost')
}

const inFlight = new Set<(error: AppError) => void>()

/** The answer of the data process, or its end: a port says nothing when the other side dies. */
export function untilLost<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    inFlight.add(reject)
    void answer.then(resolve, reject).finally(() => inFlight.delete(reject))
  })
}

export function connectionState(): ConnectionState {
  return state
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function renewLink(): void {
  link = new Promise((resolve) => (resolveLink = resolve))
}

function setState(next: ConnectionState): void {
  state = next
  for (const listener of listeners) listener()
}

/** What was given up without anyone asking was given up because the other side died: its port closed. */
export function failureOf(error: unknown, signal: AbortSignal | undefined): AppError {
  const failure = asAppError(error)
  return failure.code === 'cancelled' && signal?.aborted !== true ? new AppError('dataProcessStopped') : failure
}

/** Any failure as a code of the closed list; an input refused at the border says which field. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof ORPCError) {
    if (isErrorCode(error.code)) return new AppError(error.code, error.data as ErrorData)
    if (error.code === 'BAD_REQUEST') return new AppError('invalid', { field: fieldOf(error.data) }, { cause: error })
  }
  if (error instanceof Error && error.name === 'AbortError') return new AppError('cancelled')
  return new AppError('unexpected', {}, { cause: error })
}

function fieldOf(data: unknown): string | null {
  const issues: unknown = typeof data === 'object' && data !== null && 'issues' in data ? data.issues : null
  const first: unknown = Array.isArray(issues) ? issues[0] : null
  const path: unknown = typeof first === 'object' && first !== null && 'path' in first ? first.path : null
  return Array.isArray(path)
    ? path
        .map((step: unknown) => (typeof step === 'object' && step !== null && 'key' in step ? step.key : step))
        .join('.')
    : null
}
