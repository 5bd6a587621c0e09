import { describe, expect, test } from 'vitest'
import { establishQpv, isRural, proposeQpv, ruralityFromLabel } from './territory.ts'
import { ruralityClasses } from './values.ts'

describe('a priority neighbourhood', () => {
  test('the list of a commune proposes and never concludes, even when it is empty', () => {
    expect(proposeQpv([])).toEqual({ state: 'toCheck', codes: [] })
    expect(proposeQpv(['QN00101M'])).toEqual({ state: 'toCheck', codes: ['QN00101M'] })
  })

  test('to conclude, one says how; inside, which one', () => {
    expect(establishQpv({ state: 'in', code: 'QN00101M', how: 'officialMap' })).toEqual({
      ok: true,
      value: { state: 'in', code: 'QN00101M', how: 'officialMap' },
    })
    expect(establishQpv({ state: 'in', code: null, how: 'officialMap' })).toEqual({ ok: false, reason: 'empty' })
    expect(establishQpv({ state: 'in', code: 'QN00101M', how: null })).toEqual({ ok: false, reason: 'empty' })
    expect(establishQpv({ state: 'out', code: null, how: null })).toEqual({ ok: false, reason: 'empty' })
  })

  test('outside or to check, no neighbourhood is kept', () => {
    expect(establishQpv({ state: 'out', code: 'QN00101M', how: 'residence' })).toEqual({
      ok: true,
      value: { state: 'out', code: null, how: 'residence' },
    })
    expect(establishQpv({ state: 'toCheck', code: 'QN00101M', how: null })).toEqual({
      ok: true,
      value: { state: 'toCheck', code: null, how: null },
    })
  })
})

test('labels of the typology, with the space they are published with', () => {
  expect(ruralityFromLabel(' Les ruralités productives ouvrières')).toBe('industrialProduction')
  expect(ruralityFromLabel('Hors champ : DOM ou commune urbaine')).toBe('outOfScope')
  expect(ruralityFromLabel('Les ruralités')).toBeNull()
})

test('rural, not rural, or not known', () => {
  expect(isRural('outOfScope')).toBe(false)
  expect(isRural('changed')).toBeNull()
  expect(isRural(null)).toBeNull()
  const rural = ruralityClasses.filter((rurality) => isRural(rurality) === true)
  expect(rural).toHaveLength(8)
})
