import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { formatRecoveryKey } from '../../src/data/space/recovery-key'
import { useKitPage } from '../../src/renderer/features/space/kit/kit-page'
import { keyOnKit } from '../support/kit'
import { show } from '../support/show'

const places = ['AAAA', 'BBBB', 'CCCC', 'DDDD', 'EEEE', 'FFFF', 'GGGG', 'HHHH']

/** For a space whose name is made of what a key is made of. */
function Sheet() {
  return <output>{useKitPage('1 ABCD 2 2026 Les 4 Vents 75013', places)().html}</output>
}

test('the printed sheet gives back its key, whatever the key', () => {
  show(<Sheet />)
  const html = document.querySelector('output')?.textContent ?? ''
  const text = html.replace(/<style>.*<\/style>/su, '').replaceAll(/<[^>]*>/gu, ' ')
  const alike = ['2026', '1999', '1111', '2222', '3333', '8888', '0000', '1234']
  const drawn = Array.from({ length: 1000 }, () => formatRecoveryKey(randomBytes(18)).split('-'))
  for (const groups of [alike, alike.toReversed(), ...drawn]) {
    // in one go: a group that was drawn may look like a place
    const printed = text.replaceAll(/([A-H])\1{3}/g, (place) => groups[places.indexOf(place)] ?? '')
    expect(keyOnKit(printed)).toEqual(groups)
    expect(() => keyOnKit(printed.replace(` ${groups[4]} `, ' '))).toThrow('no key')
  }
})
