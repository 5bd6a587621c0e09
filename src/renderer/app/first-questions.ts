import { askAhead } from '../api'
import { firstPeople } from '../features/people/people-views'
import { firstPlace } from './navigation'

/**
 * What the window will ask first, asked before it is drawn: the state of the space, without which there is nothing to
 * draw, then the rows of the list where one arrives, which come while the page around them is made.
 */
export async function askFirstQuestions(): Promise<void> {
  const arrives = window.location.hash.length <= 2 // and does not come back to the page where one was
  const state = await askAhead('space.state', {})
  if (!arrives || state?.state !== 'open') return
  if (firstPlace(state.space.kind) === '/people') await askAhead('people.list', firstPeople)
}
