import { expect, test } from 'vitest'
import { markedTitle } from './marked-title'

test.each([
  ['BENHAMMAR Souad', 'ben', '[BEN]HAMMAR Souad'],
  ['Bénévoles du Port', 'ben', '[Bén]évoles du Port'],
  ['LE GOALLEC Benoît', 'benoit goa', 'LE [GOA]LLEC [Benoît]'],
  ['BEN HAMMAR Nora', 'ben-hammar', '[BEN] [HAMMAR] Nora'],
  ['LŒIL Anna', 'loei', '[LŒI]L Anna'],
  ['Be\u0301ne\u0301dicte', 'ben', '[Be\u0301n]e\u0301dicte'],
  ['Rubens Sans', 'ben', 'Rubens Sans'],
  ['Ben', '', 'Ben'],
])('%s, typed « %s »', (title, typed, marked) => {
  expect(markedTitle(title, typed).replaceAll('\u0002', '[').replaceAll('\u0003', ']')).toBe(marked)
})
