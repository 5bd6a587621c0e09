import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from './days.ts'
import { readQuickTask } from './quick-task.ts'

const today = '2026-11-23' // a Monday

test.each([
  ['Rappeler la mairie', 'Rappeler la mairie', null],
  ['  Rappeler   la mairie demain ', 'Rappeler la mairie', '2026-11-24'],
  ['Devis pour vendredi', 'Devis', '2026-11-27'],
  ['Devis avant le 30/11', 'Devis', '2026-11-30'],
  ['Devis 12/01', 'Devis', '2027-01-12'],
  ['Devis 12/01/2028', 'Devis', '2028-01-12'],
  ['Faire le point lundi', 'Faire le point', '2026-11-30'],
  ['Appeler aujourd’hui', 'Appeler', today],
  ['Appeler après-demain', 'Appeler', '2026-11-25'],
  ['Relancer dans 3 jours', 'Relancer', '2026-11-26'],
  ['Relancer dans 2 semaines', 'Relancer', '2026-12-07'],
  ['Call the town hall by Friday', 'Call the town hall', '2026-11-27'],
  ['Send the quote in 10 days', 'Send the quote', '2026-12-03'],
  ['vendredi', 'vendredi', null],
  ['Lire le dossier 31/02', 'Lire le dossier 31/02', null],
  ['Préparer le marché de samedi prochain', 'Préparer le marché de samedi prochain', null],
])('« %s »: %s, %s', (text, title, dueOn) => {
  expect(readQuickTask(text, today)).toEqual({ title, dueOn })
})

test('a weekday is one of the seven days to come, whatever the day it is', () => {
  const names = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(3000), (name, count) => {
      const day = addDays('2020-01-01', count)
      const { dueOn } = readQuickTask(`Appeler ${name}`, day)
      const ahead = daysBetween(day, dueOn ?? day)
      expect(ahead).toBeGreaterThanOrEqual(1)
      expect(ahead).toBeLessThanOrEqual(7)
    }),
  )
})

test('no word of a line is lost, and none is made up', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), (text) => {
      const { title, dueOn } = readQuickTask(text, today)
      const kept = text.trim().split(/\s+/).join(' ')
      expect(kept.startsWith(title)).toBe(true)
      if (dueOn === null) expect(title).toBe(kept)
    }),
  )
})
