import { describe, expect, test } from 'vitest'
import { newSessionForm, problemsOf, toWrite } from './session-form'

describe('the form of a session', () => {
  const form = newSessionForm({ supportId: null, coachId: 'c' })

  test('can be saved as it opens', () => {
    expect(problemsOf(form)).toEqual([])
  })

  test('says what keeps it from being saved, field by field', () => {
    const wrong = { ...form, heldOn: '2999-01-01', startTime: 'midi', minutes: 800 }
    expect(problemsOf(wrong)).toEqual(['future', 'startTime', 'minutes'])
    expect(problemsOf({ ...form, heldOn: null })).toEqual(['heldOn'])
    const shares = [60, 60].map((share, index) => ({ fundedActionId: String(index), share }))
    expect(problemsOf({ ...form, fundings: shares })).toEqual(['fundings'])
    expect(problemsOf({ ...form, heldOn: '2999-01-01', state: 'planned' })).toEqual([])
  })

  test('written up, a planned session was held; one that was missed stays missed', () => {
    expect(toWrite({ ...form, state: 'planned', writtenUp: false })).toMatchObject({ state: 'held', writtenUp: true })
    expect(toWrite({ ...form, state: 'noShow' })).toMatchObject({ state: 'noShow' })
  })
})
