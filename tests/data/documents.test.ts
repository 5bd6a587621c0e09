import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { smallPng } from '../../src/data/demo/small-png.ts'
import { copiesIn, writePrivateCopy } from '../../src/data/files/private-copies.ts'
import { paperFormatOf } from '../../src/data/files/paper-format.ts'
import type { Api, Inputs } from '../../src/shared/contract.ts'
import { largestPaper, mediaTypes, safeFileName, shownFileName } from '../../src/shared/rules/papers.ts'
import { aReferral, anAgreement } from '../support/factories-referrals.ts'
import { aLandlord, aPerson, anOrganisation } from '../support/factories.ts'
import { hostileNames } from '../support/hostile.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { aFile, archive, jpegBytes, openDocument, pdfBytes, pngBytes, webpBytes } from '../support/papers.ts'
import { resultOf } from '../support/run-job.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-documents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const aPdf = (text?: string) => aFile(folder, `papier-${(files += 1)}.pdf`, pdfBytes(text))

type Added = Partial<Inputs['documents']['add']>
async function add(api: Api, said: Added = {}) {
  const owner = said.owner ?? { personId: (await api.people.create(aPerson())).id }
  const document = await resultOf(api.documents.add({ kind: 'contract', path: aPdf(), ...said, owner }))
  return { document, owner }
}

describe('a paper', () => {
  test('is kept on its record, its bytes whole, its file left where it was', async () => {
    const { api, database } = await openTestApi()
    const path = aFile(folder, 'Convention_de stage.pdf', pdfBytes('convention'))
    const { document, owner } = await add(api, { path, kind: 'agreement', expiresOn: '2027-01-31' })
    expect(document).toMatchObject({
      title: 'Convention de stage',
      fileName: 'Convention_de stage.pdf',
      mediaType: 'application/pdf',
      size: pdfBytes('convention').length,
      kind: 'agreement',
      expiresOn: '2027-01-31',
      addedBy: 'Solène Kerbrat',
    })
    expect(await api.documents.ofRecord({ owner })).toEqual([document])
    const [event] = await api.people.timeline({ id: 'personId' in owner ? owner.personId : '' })
    expect(event).toMatchObject({ kind: 'document', data: { title: 'Convention de stage', kind: 'agreement' } })
    expect(existsSync(path)).toBe(true)
    const kept = await database.read().db.selectFrom('documentBytes').select('bytes').executeTakeFirstOrThrow()
    expect(Buffer.from(kept.bytes)).toEqual(pdfBytes('convention'))
  })

  test('belongs to an organisation or a referral as well, and to no record that is not there', async () => {
    const { api } = await openTestApi()
    const organisation = await api.organisations.create(anOrganisation())
    const landlord = await api.organisations.create(aLandlord())
    const person = await api.people.create(aPerson())
    const referral = await api.referrals.create(
      aReferral({ personId: person.id, landlordId: landlord.id, agreement: anAgreement() }),
    )
    for (const owner of [{ organisationId: organisation.id }, { referralId: referral.id }]) {
      const { document } = await add(api, { owner })
      expect((await api.documents.ofRecord({ owner })).map(({ id }) => id)).toEqual([document.id])
    }
    await expect(add(api, { owner: { cohortId: 'nowhere' } })).rejects.toMatchObject({ code: 'notFound' })
    await api.people.trash({ selection: { mode: 'these', ids: [(await api.people.create(aPerson())).id] } })
  })

  test('lies once, however many records hold it', async () => {
    const { api, database } = await openTestApi()
    const path = aPdf('le même')
    await add(api, { path })
    await add(api, { path })
    const { db } = database.read()
    expect(await db.selectFrom('documents').select('id').execute()).toHaveLength(2)
    expect(await db.selectFrom('documentBytes').select('sha256').execute()).toHaveLength(1)
  })

  test('is renamed, dated, put aside and taken back; each act can be undone', async () => {
    const { api } = await openTestApi()
    const { document, owner } = await add(api)
    const { id } = document
    const fields = {
      title: 'Kbis 2026',
      kind: 'businessRegistration',
      expiresOn: '2026-12-01',
      note: 'lu le 3',
    } as const
    const saved = await api.documents.update({ id, version: 1, fields })
    expect(saved).toMatchObject({ outcome: 'saved', record: fields })
    const conflict = await api.documents.update({ id, version: 1, fields: { title: 'Autre' } })
    expect(conflict).toMatchObject({ outcome: 'conflict', conflicts: [{ field: 'title', theirs: 'Kbis 2026' }] })
    await api.history.undoLast({})
    expect(await api.documents.get({ id })).toMatchObject({ title: document.title, expiresOn: null })
    await api.documents.trash({ id })
    expect(await api.documents.ofRecord({ owner })).toEqual([])
    expect(await api.documents.ofRecord({ owner, trashed: true })).toHaveLength(1)
    await expect(resultOf(api.documents.open({ id }))).rejects.toMatchObject({ code: 'notFound' })
    await api.documents.restore({ id })
    expect(await api.documents.ofRecord({ owner })).toHaveLength(1)
    const changes = await api.history.ofRecord({ entity: 'documents', id })
    expect(changes.map(({ command }) => command)).toContain('documents.trash')
  })

  test.each([
    [{ documentOn: '2026-11-20', expiresOn: '2026-11-01' }, 'invalid', 'expiresOn'],
    [{ note: 'NIR 2 85 05 78 006 084 36' }, 'sensitiveNumber', 'note'],
    [{ title: 'FR76 3000 6000 0112 3456 7890 189' }, 'sensitiveNumber', 'title'],
  ])('%j is refused', async (said, code, field) => {
    const { api } = await openTestApi()
    await expect(add(api, said)).rejects.toMatchObject({ code, data: { field } })
  })

  test('is found under its title and the name of its file', async () => {
    const { api } = await openTestApi()
    const { owner } = await add(api, {
      path: aFile(folder, 'scan0042.pdf', pdfBytes()),
      title: 'Diplôme de couturière',
    })
    const people = async (text: string) =>
      (await api.search.find({ text, entities: ['people'], limit: 5 })).map(({ id }) => id)
    const personId = 'personId' in owner ? owner.personId : ''
    expect(await people('couturiere')).toEqual([personId])
    expect(await people('scan0042')).toEqual([personId])
    const [document] = await api.documents.ofRecord({ owner })
    await api.documents.trash({ id: document?.id ?? '' })
    expect(await people('scan0042')).toEqual([])
  })
})

describe('what is accepted', () => {
  test('is what its name and its bytes agree on', async () => {
    const word = { '[Content_Types].xml': 'x', 'word/document.xml': 'x' }
    const accepted: [string, Uint8Array][] = [
      ['a.pdf', pdfBytes()],
      ['a.PNG', pngBytes],
      ['a.jpeg', jpegBytes],
      ['a.webp', webpBytes],
      ['a.heic', Buffer.from('\0\0\0\u0018ftypheic')],
      ['a.docx', await archive(word)],
      ['a.xlsx', await archive({ '[Content_Types].xml': 'x', 'xl/workbook.xml': 'x' })],
      ['a.odt', openDocument(mediaTypes.odt)],
      ['a.ods', openDocument(mediaTypes.ods)],
      ['a.txt', Buffer.from('Vu le 3 décembre\r\n')],
      ['a.txt', Buffer.from('\uFEFFétat', 'utf16le')],
      ['a.csv', Buffer.from('nom;prénom\r\n')],
      ['a.eml', Buffer.from('From: a@exemple.fr\r\nSubject: b\r\n\r\nc')],
    ]
    expect(accepted.map(([name, bytes]) => paperFormatOf(name, bytes))).not.toContain(null)
    const refused: [string, Uint8Array][] = [
      ['a.exe', Buffer.from('MZ')],
      ['a.html', Buffer.from('<!doctype html>')],
      ['a.svg', Buffer.from('<svg onload="alert(1)"/>')],
      ['a.docm', await archive(word)],
      ['a.docx', await archive({ ...word, 'word/vbaProject.bin': 'x' })],
      ['a.docx', await archive({ ...word, 'word/embeddings/a.exe': 'x' })],
      ['a.docx', await archive({ 'a.txt': 'x' })],
      ['a.odt', openDocument(mediaTypes.odt, ['Basic/Standard/Module1.xml'])],
      ['a.odt', openDocument(mediaTypes.ods)],
      ['a.zip', await archive(word)],
      ['a.pdf', Buffer.from('<html>%PDF-')],
      ['a.pdf', Buffer.from('MZ%PDF-')],
      ['a.png', jpegBytes],
      ['a.pdf', pngBytes],
      ['a.txt', Buffer.from('<script>alert(1)</script>')],
      ['a.txt', Buffer.from('\n  <!DOCTYPE html>')],
      ['a.csv', Buffer.from('#!/bin/sh\nreboot')],
      ['a.txt', Buffer.from('MZ\0\u0001')],
      ['a.eml', Buffer.from('bonjour')],
      ['a.docx', Buffer.from('PK\u0003\u0004 cut')],
      ['a', pdfBytes()],
      ['a.pdf.exe', pdfBytes()],
    ]
    expect(refused.map(([name, bytes]) => paperFormatOf(name, bytes))).toEqual(refused.map(() => null))
  })

  test.each([
    ['a file of another kind', () => aFile(folder, 'a.html', Buffer.from('<p>')), 'fileFormatUnknown'],
    ['nothing', () => aFile(folder, 'vide.pdf', Buffer.alloc(0)), 'fileEmpty'],
    [
      'a file too large',
      () => aFile(folder, 'gros.pdf', Buffer.concat([pdfBytes(), Buffer.alloc(largestPaper)])),
      'fileTooLarge',
    ],
    ['a folder', () => folder, 'fileUnreadable'],
    ['a file that is not there', () => join(folder, 'absent.pdf'), 'fileUnreadable'],
  ])('%s leaves no row and no bytes', async (_, path, code) => {
    const { api, database } = await openTestApi()
    await expect(add(api, { path: path() })).rejects.toMatchObject({ code })
    const { db } = database.read()
    expect(await db.selectFrom('documents').select('id').execute()).toEqual([])
    expect(await db.selectFrom('documentBytes').select('sha256').execute()).toEqual([])
  })

  test('has a name that is only ever shown', async () => {
    expect(hostileNames.length).toBeGreaterThanOrEqual(60)
    const { api, database, folder: space } = await openTestApi()
    const before = readdirSync(space).toSorted()
    const { document } = await add(api)
    for (const name of hostileNames) {
      // as it would be if a disk, or a space made elsewhere, let such a name in
      await database.staging((db) =>
        db
          .updateTable('documents')
          .set({ fileName: name, title: name === '' ? ' ' : name })
          .execute(),
      )
      const { path } = await resultOf(api.documents.open({ id: document.id }))
      expect(dirname(path)).toBe(join(space, 'copies'))
      expect(path).toMatch(/[0-9a-f]{24}\.pdf$/)
      expect(statSync(path).mode & 0o777).toBe(0o600)
      const shown = shownFileName(name)
      expect(shown).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u)
      expect(safeFileName(name, 'pdf')).toMatch(/^[^\\/:*?"<>|.\s][^\\/:*?"<>|]*\.pdf$/u)
    }
    expect(
      readdirSync(space)
        .filter((name) => name !== 'copies')
        .toSorted(),
    ).toEqual(before)
  })
})

describe('a picture', () => {
  test('is handed to the window whole, with its size; nothing is written on the disk', async () => {
    const { api, folder: space } = await openTestApi()
    const bytes = smallPng(40, 30, () => [20, 90, 70, 255])
    const { document } = await add(api, { path: aFile(folder, 'photo.png', bytes) })
    const picture = await api.documents.picture({ id: document.id })
    expect(picture).toMatchObject({ mediaType: 'image/png', width: 40, height: 30 })
    expect(Buffer.from(picture.base64, 'base64')).toEqual(bytes)
    expect(readdirSync(space)).not.toContain('copies')
    await api.documents.trash({ id: document.id })
    await expect(api.documents.picture({ id: document.id })).rejects.toMatchObject({ code: 'notFound' })
  })

  test.each([
    ['no picture', 'a.pdf', pdfBytes(), 'fileFormatUnknown'],
    ['one that does not say its size', 'b.png', pngBytes, 'fileUnreadable'],
    ['one that would fill the memory', 'c.png', hugePng(), 'fileTooLarge'],
  ])('%s is not shown', async (_, name, bytes, code) => {
    const { api } = await openTestApi()
    const { document } = await add(api, { path: aFile(folder, name, bytes) })
    await expect(api.documents.picture({ id: document.id })).rejects.toMatchObject({ code })
  })
})

/** A few bytes that announce 65,000 points a side. */
function hugePng(): Buffer {
  const bytes = smallPng(1, 1, () => [0, 0, 0, 0])
  bytes.writeUInt32BE(65_000, 16)
  bytes.writeUInt32BE(65_000, 20)
  return bytes
}

describe('the bytes', () => {
  test('outlive an addition that was undone, so that it can be done again', async () => {
    const opened = await openTestApi()
    const { document } = await add(opened.api, { path: aPdf('à refaire') })
    await opened.api.history.undoLast({})
    await expect(opened.api.documents.get({ id: document.id })).rejects.toMatchObject({ code: 'notFound' })
    const { api } = await opened.reopen()
    await api.history.redoLast({})
    const { path } = await resultOf(api.documents.open({ id: document.id }))
    expect(readFileSync(path)).toEqual(pdfBytes('à refaire'))
  })

  test('that nothing can bring back go at the next opening', async () => {
    const opened = await openTestApi()
    const { document } = await add(opened.api)
    await opened.api.documents.trash({ id: document.id })
    await opened.database.staging((db) =>
      db.insertInto('documentBytes').values({ sha256: 'left', bytes: pdfBytes(), addedAt: '2026-11-23' }).execute(),
    )
    const { api, database } = await opened.reopen()
    const kept = await database.read().db.selectFrom('documentBytes').select('sha256').execute()
    expect(kept).toHaveLength(1)
    expect(kept[0]?.sha256).not.toBe('left')
    await api.documents.restore({ id: document.id })
    await resultOf(api.documents.open({ id: document.id }))
  })

  test('that were damaged are not handed on', async () => {
    const { api, database } = await openTestApi()
    const { document } = await add(api)
    await database.staging((db) =>
      db
        .updateTable('documentBytes')
        .set({ bytes: pdfBytes('autre') })
        .execute(),
    )
    await expect(resultOf(api.documents.open({ id: document.id }))).rejects.toMatchObject({ code: 'fileUnreadable' })
  })
})

describe('a copy', () => {
  test('to look at is gone when the space closes', async () => {
    const { api, database, folder: space } = await openTestApi()
    const { document } = await add(api)
    const { path } = await resultOf(api.documents.open({ id: document.id }))
    expect(existsSync(path)).toBe(true)
    await database.close()
    expect(existsSync(path)).toBe(false)
    expect(copiesIn(space)).toBe(dirname(path))
  })

  test('says on Windows that it came from outside, so that its macros and links stay asleep', async () => {
    const place = join(folder, 'marked')
    const path = await writePrivateCopy(place, pdfBytes(), 'pdf', 'win32')
    expect(readFileSync(`${path}:Zone.Identifier`, 'utf8')).toContain('ZoneId=3')
    expect(readFileSync(path)).toEqual(pdfBytes())
    await writePrivateCopy(place, pdfBytes(), 'pdf', 'linux')
    expect(readdirSync(place)).toHaveLength(3) // two copies, one mark, nothing unfinished
  })

  test('that leaves is noted, and cannot take another kind’s name', async () => {
    const { api, memberId } = await openTestApi()
    const { document } = await add(api, { path: aPdf('copie'), title: 'Attestation' })
    const leaving = { id: document.id, recipient: 'Ville de Nantes', purpose: 'Subvention' }
    const path = join(folder, 'copie.pdf')
    await resultOf(api.documents.saveCopy({ ...leaving, path }))
    expect(readFileSync(path)).toEqual(pdfBytes('copie'))
    const [run] = await api.exports.runs({})
    expect(run).toMatchObject({
      what: 'document',
      rows: 1,
      columns: ['Attestation'],
      recipient: 'Ville de Nantes',
      purpose: 'Subvention',
      fileName: 'copie.pdf',
    })
    expect(memberId).not.toBe('')
    const { undo } = await api.history.next({})
    expect(undo).toBe('documents.add') // what left cannot come home
    const wrong = api.documents.saveCopy({ ...leaving, path: join(folder, 'copie.exe') })
    await expect(resultOf(wrong)).rejects.toMatchObject({ code: 'invalid', data: { field: 'path' } })
    expect(existsSync(join(folder, 'copie.exe'))).toBe(false)
  })
})

test('the papers about to expire are listed with whose they are, those replaced and those of the trash left out', async () => {
  const { api } = await openTestApi()
  const person = await api.people.create(aPerson({ firstName: 'Souad', lastName: 'Ben Hammar' }))
  const owner = { personId: person.id }
  const late = await add(api, { owner, kind: 'agreement', expiresOn: '2026-11-01' })
  await add(api, { owner, expiresOn: '2026-11-05' }) // the next one of its kind replaces it
  const soon = await add(api, { owner, expiresOn: '2026-12-10' })
  await add(api, { owner, kind: 'other', expiresOn: '2027-06-01' })
  await add(api, { owner, kind: 'other' })
  const gone = await add(api, { owner, expiresOn: '2026-12-01' })
  await api.documents.trash({ id: gone.document.id })
  const found = await api.documents.expiring({ until: '2026-12-31' })
  expect(found.map(({ id }) => id)).toEqual([late.document.id, soon.document.id])
  expect(found[0]).toMatchObject({ ownerEntity: 'people', ownerId: person.id, ownerLabel: 'BEN HAMMAR Souad' })
  await api.people.trash({ selection: { mode: 'these', ids: [person.id] } })
  expect(await api.documents.expiring({ until: '2026-12-31' })).toEqual([])
})
