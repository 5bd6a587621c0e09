import { expect, test } from 'vitest'
import { hostileLinks } from '../../tests/support/hostile.ts'
import { linkOf } from './links.ts'

const opened = [
  ['https://www.insee.fr/', 'https://www.insee.fr/'],
  ['HTTPS://Exemple.fr/a b?c=d#e', 'https://exemple.fr/a%20b?c=d#e'],
  ['https://exämple.fr/', 'https://xn--exmple-cua.fr/'],
  ['mailto:marie@exemple.fr', 'mailto:marie@exemple.fr'],
  [
    'mailto:marie@exemple.fr?subject=Orientation&body=Bonjour',
    'mailto:marie@exemple.fr?subject=Orientation&body=Bonjour',
  ],
  ['tel:+33612345678', 'tel:+33612345678'],
  ['tel:06%2012%2034%2056%2078', 'tel:06%2012%2034%2056%2078'],
] as const

test.each(opened)('%j is shown as %j', (text, link) => expect(linkOf(text)).toBe(link))
test.each(hostileLinks)('%j opens nothing', (text) => expect(linkOf(text)).toBe(null))
test('there are at least thirty that open nothing', () => expect(new Set(hostileLinks).size).toBeGreaterThanOrEqual(30))
