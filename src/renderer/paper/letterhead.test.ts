import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NamedLogo } from '../../shared/features/logos'
import { letterhead } from './letterhead'

const picture = { mediaType: 'image/png', base64: 'AAAA', width: 400, height: 160 }
const named = (name: string, role: NamedLogo['role'], drawn: NamedLogo['picture'] = null): NamedLogo => ({
  organisationId: name,
  name,
  role,
  picture: drawn,
})

const words = { partners: 'Financeurs et partenaires', with: 'Avec' }

test('a logo stands for its name, ours beside it; who has none is written', () => {
  const { markup, style } = letterhead(
    [
      named('Les Passerelles', 'own', picture),
      named('Fondation & Cie', 'funder', picture),
      named('Le <Nid>', 'partner'),
    ],
    words,
  )
  expect(markup).toContain('<small>Les Passerelles</small>')
  expect(markup).toContain('role="img" aria-label="Fondation &amp; Cie"')
  expect(markup).toContain('<p class="with">Avec <span>Le &lt;Nid&gt;</span></p>')
  expect(style.match(/url\(data:image\/png;base64,AAAA\)/g)).toHaveLength(2)
})

test('ours alone stands without a list', () => {
  const { markup, height } = letterhead([named('Les Passerelles', 'own')], words)
  expect(markup).toBe('<div class="letterhead"><div class="own"><b>Les Passerelles</b></div></div>')
  expect(height(184)).toBe(14.5)
})

test('logos that no document would hold are written as names', () => {
  const heavy = { ...picture, base64: 'A'.repeat(8_000_000) }
  const { style, markup } = letterhead([named('Un', 'own', heavy), named('Deux', 'funder', heavy)], words)
  expect(style.length).toBeLessThan(9_000_000)
  expect(markup).toContain('<span>Deux</span>')
})

test('more organisations never stand lower than fewer, nor on a narrower page', () => {
  const organisation = fc.record({
    organisationId: fc.constant(null),
    name: fc.string({ maxLength: 60 }),
    role: fc.constantFrom('funder' as const, 'partner' as const),
    picture: fc.option(fc.constant(picture)),
  })
  fc.assert(
    fc.property(
      fc.array(organisation, { maxLength: 20 }),
      organisation,
      fc.integer({ min: 100, max: 250 }),
      (some, one, width) => {
        const own = named('Les Passerelles', 'own')
        const high = letterhead([own, ...some], words).height(width)
        expect(letterhead([own, ...some, one], words).height(width)).toBeGreaterThanOrEqual(high)
        expect(letterhead([own, ...some], words).height(width + 20)).toBeLessThanOrEqual(high)
      },
    ),
  )
})
