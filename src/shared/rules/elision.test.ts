import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withDe, withQue } from './elision.ts'

describe('a name after « que » or « de »', () => {
  test.each([
    ['Estuaire Logement', 'd’Estuaire Logement', 'qu’Estuaire Logement'],
    ['Élise', 'd’Élise', 'qu’Élise'],
    ['aïssatou', 'd’aïssatou', 'qu’aïssatou'],
    ['ABGRALLEC Enora', 'd’ABGRALLEC Enora', 'qu’ABGRALLEC Enora'],
    ['Œuvre Saint-Luc', 'd’Œuvre Saint-Luc', 'qu’Œuvre Saint-Luc'],
    ['Îlot', 'd’Îlot', 'qu’Îlot'],
    ['Yves Le Goff', 'd’Yves Le Goff', 'qu’Yves Le Goff'],
    ['« Estuaire »', 'd’« Estuaire »', 'qu’« Estuaire »'],
    ['  Ines', 'd’Ines', 'qu’Ines'],
  ])('%s is joined to it', (name, de, que) => expect([withDe(name), withQue(name)]).toEqual([de, que]))

  test.each([
    ['Ponant Habitat', 'de Ponant Habitat', 'que Ponant Habitat'],
    // nothing tells a mute h from the other one in a name
    ['Habitat 44', 'de Habitat 44', 'que Habitat 44'],
    ['Hafida', 'de Hafida', 'que Hafida'],
    ['1001 Vies Habitat', 'de 1001 Vies Habitat', 'que 1001 Vies Habitat'],
    ['3F', 'de 3F', 'que 3F'],
    ['Yasmine', 'de Yasmine', 'que Yasmine'],
    ['Onze Arpents', 'de Onze Arpents', 'que Onze Arpents'],
    ['.......', 'de .......', 'que .......'],
    ['+Nantes', 'de +Nantes', 'que +Nantes'],
    ['', 'de', 'que'],
  ])('%s stands apart', (name, de, que) => expect([withDe(name), withQue(name)]).toEqual([de, que]))

  test('whatever the name, it is whole after the word, and both words do the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (text) => {
        const name = text.trim()
        const de = withDe(text)
        const elided = de.startsWith('d’')
        return de.endsWith(name) && withQue(text) === (elided ? `qu’${name}` : `que ${name}`.trim())
      }),
    )
  })
})
