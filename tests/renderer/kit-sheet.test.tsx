import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { formatRecoveryKey } from '../../src/data/space/recovery-key'
import { useKitPage } from '../../src/renderer/features/space/kit/kit-page'
import { keyOnKit } from '../support/kit'
import { show } from '../support/show'

/** The sheet of a key, for a space whose name is made of what a key is made of. */
function Sheet({ groups }: { groups: readonly string[] }) {
  return <output>{useKitPage('1 ABCD 2 2026 Les 4 Vents 75013', groups)().html}</output>
}

test('the printed sheet gives back its key, whatever the key', () => {
  const alike = ['2026', '1999', '1111', '2222', '3333', '8888', '0000', '1234']
  const drawn = Array.from({ length: 1000 }, () => formatRecoveryKey(randomBytes(18)).split('-'))
  const { redraw } = show(<Sheet groups={alike} />)
  for (const groups of [alike, alike.toReversed(), ...drawn]) {
    redraw(<Sheet groups={groups} />)
    const text = (document.querySelector('output')?.textContent ?? '')
      .replace(/<style>.*<\/style>/su, '')
      .replaceAll(/<[^>]*>/gu, ' ')
    expect(keyOnKit(text)).toEqual(groups)
    expect(() => keyOnKit(text.replace(` ${groups[4]} `, ' '))).toThrow('no key')
  }
})
