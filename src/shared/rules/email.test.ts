import { describe, expect, test } from 'vitest'
import { parseEmail } from './email.ts'

describe('e-mail addresses', () => {
  test.each([
    ['nadia@exemple.fr', 'nadia@exemple.fr'],
    ['  Nadia.B+crm@Exemple-Asso.org ; ', 'Nadia.B+crm@Exemple-Asso.org'],
    ['Nadia Benali <nadia@exemple.fr>', 'nadia@exemple.fr'],
    ['mailto:nadia@exemple.fr', 'nadia@exemple.fr'],
    ['accueil@mairie-évry.fr', 'accueil@mairie-évry.fr'],
  ])('%s is read', (text, value) => {
    expect(parseEmail(text)).toEqual({ ok: true, value })
  })

  test.each([
    ['', 'empty'],
    ['-', 'empty'],
    ['nadia', 'wrongForm'],
    ['nadia@exemple', 'wrongForm'],
    ['nadia..b@exemple.fr', 'wrongForm'],
    ['nadia b@exemple.fr', 'wrongForm'],
    ['@exemple.fr', 'wrongForm'],
    ['nadia@-exemple.fr', 'wrongForm'],
    ['a@exemple.fr, b@exemple.fr', 'severalValues'],
    [`${'a'.repeat(250)}@exemple.fr`, 'wrongLength'],
  ])('%s is refused', (text, reason) => {
    expect(parseEmail(text)).toEqual({ ok: false, reason })
  })
})
