import { askAhead, keyOf, queryClient } from '../api'
import { firstPeople } from '../features/people/people-views'
import { awaitFirstRows, drawTheRest } from '../first-rows'
import type { SpaceState } from '../../shared/features/space'
import type { Expected } from './expected-space'
import { firstPlace } from './navigation'

const stateKey = keyOf('space.state', {})

/**
 * What the window will ask first, asked before it is drawn: the state of the space, without which there is nothing to
 * draw, then the rows of the list where one arrives, which come while the page around them is made. Where the space is
 * known to open by itself its pages do not wait for that state, and are told when it is another one.
 */
export async function askFirstQuestions(expected: Expected | null): Promise<void> {
  const arrives = window.location.hash.length <= 2 // and does not come back to the page where one was
  const answer = askAhead('space.state', {})
  if (expected) queryClient.setQueryData(stateKey, expected)
  if (expected && arrives) void askFirstRows(expected)
  const state = await answer
  if (state?.state !== 'open') drawTheRest()
  if (expected && state) queryClient.setQueryData(stateKey, state)
  else if (expected) await queryClient.resetQueries({ queryKey: stateKey })
  else if (arrives && state) void askFirstRows(state)
}

async function askFirstRows(state: SpaceState): Promise<void> {
  if (state.state !== 'open' || firstPlace(state.space.kind) !== '/people') return
  awaitFirstRows()
  await askAhead('people.list', firstPeople)
}
