import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { mailDraft } from '../../src/data/files/mail-drafts.ts'
import type { TestApi } from '../support/open-test-api.ts'
import { aLandlord, aPerson } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { unzip } from '../support/read-workbook.ts'
import { resultOf } from '../support/run-job.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-letters-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const aModel = { kind: 'email' as const, name: 'Rappel', subject: 'Bonjour', body: 'Bonjour {{prénom}},' }
const these = (...ids: string[]) => ({ mode: 'these' as const, ids })

describe('a model', () => {
  test('is written, changed, put aside and taken back', async () => {
    const { api } = await openTestApi()
    const model = await api.letters.createModel(aModel)
    const changed = await api.letters.updateModel({ id: model.id, version: 1, fields: { name: 'Rappel court' } })
    expect(changed).toMatchObject({ outcome: 'saved', record: { ...aModel, name: 'Rappel court' } })
    await api.letters.trashModel({ id: model.id })
    expect(await api.letters.models({})).toEqual([])
    await api.letters.restoreModel({ id: model.id })
    await api.history.undoLast({})
    await api.history.undoLast({})
    await api.history.undoLast({})
    expect(await api.letters.models({})).toMatchObject([aModel])
  })

  test.each([
    [{ body: 'Bonjour {{prenomm}}' }, 'invalid', { field: 'body', name: 'prenomm' }],
    [{ subject: 'Pour {{numéro de sécu}}' }, 'invalid', { field: 'subject', name: 'numéro de sécu' }],
    [{ body: 'NIR 2 85 05 78 006 084 36' }, 'sensitiveNumber', { field: 'body' }],
  ])('%j is refused by what is wrong', async (said, code, data) => {
    const { api } = await openTestApi()
    await expect(api.letters.createModel({ ...aModel, ...said })).rejects.toMatchObject({ code, data })
  })

  test.each(['fr', 'en'] as const)('the first ones are added once, and can all be merged (%s)', async (locale) => {
    const { api } = await openTestApi()
    const { added } = await api.letters.seedModels({ locale })
    expect(added).toBeGreaterThan(3)
    expect(await api.letters.seedModels({ locale })).toEqual({ added: 0 })
    expect(await api.letters.models({})).toHaveLength(added)
    await api.history.undoLast({})
    expect(await api.letters.models({})).toEqual([])
  })
})

/** Someone of a cohort, coached, with a workshop to come. */
async function someoneKnown({ api, database, memberId }: TestApi) {
  const landlord = await api.organisations.create(aLandlord({ name: 'Ponant Habitat' }))
  const person = await api.people.create(
    aPerson({
      civility: 'madame',
      firstName: 'Souad',
      lastName: 'Ben Hammar',
      address: '4 rue du Pré',
      postcode: '44600',
      city: 'Saint-Nazaire',
      landlordId: landlord.id,
      contactPoints: [
        { kind: 'phone', value: '0639981201' },
        { kind: 'email', value: 'souad@exemple.fr' },
      ],
    }),
  )
  await database.command('space.seed', async ({ write }) => {
    const programmeId = await write.insert('programmes', { kind: 'x', name: 'Lance ta boîte', sortKey: 'x' })
    const cohortId = await write.insert('cohorts', { programmeId, name: 'Printemps', sortKey: 'x' })
    await write.insert('enrolments', { cohortId, personId: person.id, stage: 'x', stageSince: '2026-10-01' })
    const workshop = { cohortId, kind: 'x', endTime: '12:00', minutes: 120, place: 'Maison de quartier' }
    const held = [
      { ...workshop, title: 'Passé', heldOn: '2026-11-20', startTime: '10:00' },
      { ...workshop, title: 'Plus tard', heldOn: '2026-12-08', startTime: '10:00' },
      { ...workshop, title: 'Annulé', heldOn: '2026-11-30', startTime: '10:00', cancelledOn: '2026-11-22' },
      { ...workshop, title: 'Vendre en ligne', heldOn: '2026-12-01', startTime: '09:30' },
    ]
    for (const row of held) await write.insert('workshops', row)
    await write.insert('supports', { personId: person.id, coachId: memberId, startedOn: '2026-10-01' })
  })
  return person
}

const everything = `{{civilité}} {{prénom et nom}}
{{adresse}}
{{téléphone}} / {{e-mail}}
{{bailleur}} {{programme}} {{cohorte}}
{{prochain atelier}}
{{coach}} - {{signataire}} - {{fonction}} - {{association}} - {{date}}`

describe('a merge', () => {
  test('puts what is known of each in its place', async () => {
    const opened = await openTestApi()
    const person = await someoneKnown(opened)
    const preview = (locale: 'fr' | 'en') =>
      opened.api.letters.preview({
        text: { kind: 'letter', subject: 'Pour {{prénom}}', body: everything },
        selection: these(person.id),
        locale,
      })
    const { letters, sender } = await preview('fr')
    expect(letters).toEqual([
      {
        personId: person.id,
        firstName: 'Souad',
        lastName: 'Ben Hammar',
        email: 'souad@exemple.fr',
        address: 'Souad BEN HAMMAR\n4 rue du Pré\n44600 Saint-Nazaire',
        subject: 'Pour Souad',
        body: `Madame Souad BEN HAMMAR
4 rue du Pré
44600 Saint-Nazaire
06 39 98 12 01 / souad@exemple.fr
Ponant Habitat Lance ta boîte Printemps
Vendre en ligne, le mardi 1er décembre 2026 à 9 h 30, Maison de quartier
Solène Kerbrat - Solène Kerbrat - Coordinatrice - Les Passerelles - 23 novembre 2026`,
        missing: [],
      },
    ])
    expect(sender).toMatchObject({ association: 'Les Passerelles', member: 'Solène Kerbrat' })
    const english = (await preview('en')).letters[0]?.body ?? ''
    expect(english).toContain('Ms Souad BEN HAMMAR')
    expect(english).toContain('Vendre en ligne, Tuesday 1 December 2026 at 09:30, Maison de quartier')
  })

  test('says what is missing, in the words of the language', async () => {
    const { api } = await openTestApi()
    const person = await api.people.create({ firstName: 'Nadia', lastName: 'Sow' })
    const text = { kind: 'letter' as const, subject: '', body: '{{prénom}} {{bailleur}} {{prochain atelier}}' }
    const missing = async (locale: 'fr' | 'en') =>
      (await api.letters.preview({ text, selection: these(person.id), locale })).letters[0]?.missing
    expect(await missing('fr')).toEqual(['bailleur', 'prochain atelier'])
    expect(await missing('en')).toEqual(['landlord', 'next workshop'])
  })

  test('comes in the order of the names, and takes no one who is in the trash', async () => {
    const { api } = await openTestApi()
    const sow = await api.people.create({ firstName: 'Nadia', lastName: 'Sow' })
    const abadie = await api.people.create({ firstName: 'Zoé', lastName: 'Abadie' })
    const selection = { mode: 'allBut' as const, filter: {}, except: [], expected: 2 }
    const { letters } = await api.letters.preview({ text: aText, selection, locale: 'fr' })
    expect(letters.map(({ personId }) => personId)).toEqual([abadie.id, sow.id])
    await api.people.trash({ selection: these(sow.id) })
    const gone = api.letters.preview({ text: aText, selection: these(sow.id, abadie.id), locale: 'fr' })
    await expect(gone).rejects.toMatchObject({ code: 'selectionChanged' })
  })
})

const aText = { kind: 'email' as const, subject: 'Rappel', body: 'Bonjour {{prénom}}' }

describe('what leaves', () => {
  test('as drafts is one message each, for those who have an address, and is noted', async () => {
    const { api, database } = await openTestApi()
    const withMail = await api.people.create(
      aPerson({ firstName: 'Souad', contactPoints: [{ kind: 'email', value: 'souad@exemple.fr' }] }),
    )
    const without = await api.people.create(aPerson())
    const path = join(folder, 'brouillons.zip')
    const said = { title: 'Rappel', path, locale: 'fr' as const, recipient: 'Les inscrites', purpose: 'Atelier' }
    const personIds = [withMail.id, without.id]
    const result = await resultOf(api.letters.saveDrafts({ ...said, text: aText, personIds }))
    expect(result).toEqual({ path, drafts: 1, leftOut: 1 })
    const parts = unzip(readFileSync(path))
    expect([...parts.keys()]).toEqual(['01 souad@exemple.fr.eml'])
    const mail = read(parts.get('01 souad@exemple.fr.eml') ?? '')
    expect(mail.headers).toMatchObject({ To: 'souad@exemple.fr', Subject: 'Rappel', 'X-Unsent': '1' })
    expect(mail.body).toBe('Bonjour Souad')
    expect((await api.exports.runs({}))[0]).toMatchObject({
      what: 'emails',
      rows: 1,
      columns: ['Rappel'],
      recipient: 'Les inscrites',
      purpose: 'Atelier',
      fileName: 'brouillons.zip',
    })
    const { db } = database.read()
    expect(await db.selectFrom('interactions').select(['personId', 'kind', 'note']).execute()).toEqual([
      { personId: withMail.id, kind: 'email', note: 'Rappel' },
    ])
    expect((await api.history.next({})).undo).not.toBe('letters.saveDrafts')
  })

  test('as pages is noted on each record, under the object each read', async () => {
    const { api, database } = await openTestApi()
    const [one, two] = [await api.people.create(aPerson()), await api.people.create(aPerson())]
    const letters = [
      { personId: one.id, subject: 'Pour une' },
      { personId: two.id, subject: '' },
    ]
    const said = { fileName: 'Courriers.pdf', recipient: 'Deux personnes', purpose: 'Convocation' }
    expect(await api.letters.record({ ...said, kind: 'letter', title: 'Convocation', letters })).toEqual({ noted: 2 })
    const notes = await database.read().db.selectFrom('interactions').select(['kind', 'note']).orderBy('note').execute()
    expect(notes).toEqual([
      { kind: 'letter', note: 'Convocation' },
      { kind: 'letter', note: 'Pour une' },
    ])
  })

  test('nothing is written when no one can be reached, or under another kind’s name', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create(aPerson())
    const said = { title: 'x', text: aText, personIds: [id], locale: 'fr' as const, recipient: 'x', purpose: '' }
    const nobody = api.letters.saveDrafts({ ...said, path: join(folder, 'vide.zip') })
    await expect(resultOf(nobody)).rejects.toMatchObject({ code: 'invalid', data: { field: 'email' } })
    const wrong = api.letters.saveDrafts({ ...said, path: join(folder, 'vide.exe') })
    await expect(resultOf(wrong)).rejects.toMatchObject({ code: 'invalid', data: { field: 'path' } })
    expect(await api.exports.runs({})).toEqual([])
  })
})

describe('a draft', () => {
  test('keeps its accents, in a subject of any length', () => {
    const subject =
      'Votre prochain atelier à Saint-Nazaire, près de l’hôtel de ville : « Vendre en ligne » 🧵 et la suite'
    const draft = mailDraft({ to: 'a@exemple.fr', subject, body: 'Été\nNoël' })
    expect(read(draft)).toMatchObject({ headers: { Subject: subject }, body: 'Été\r\nNoël' })
    expect(draft.split('\r\n').every((line) => line.length <= 78 && !/[\r\n]/.test(line))).toBe(true)
  })

  test('cannot be given a header by what was typed', () => {
    const typed = 'a\r\nBcc: tous@exemple.fr\r\n\r\n<script>'
    const draft = mailDraft({ to: `a@exemple.fr\r\nBcc: b@exemple.fr`, subject: typed, body: typed })
    expect(draft).not.toMatch(/^(bcc|<script)/im)
    expect(read(draft).body).toBe(typed)
  })
})

/** A message as a mail program reads it. */
function read(text: string): { headers: Record<string, string>; body: string } {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const unfolded = head.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const headers = Object.fromEntries(
    unfolded.map((line) => {
      const at = line.indexOf(': ')
      const value = line
        .slice(at + 2)
        .replaceAll(/=\?utf-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'))
      return [line.slice(0, at), value]
    }),
  )
  return { headers, body: Buffer.from(rest.join(''), 'base64').toString('utf8') }
}
