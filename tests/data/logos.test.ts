import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { smallPng } from '../../src/data/demo/small-png.ts'
import { largestLogo, longestLogoSide } from '../../src/shared/rules/logos.ts'
import { anOrganisation } from '../support/factories.ts'
import { aFilledCohort } from '../support/factories-workshops.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { aFile, pdfBytes, pictures, pngBytes, webpBytes } from '../support/papers.ts'
import { resultOf } from '../support/run-job.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-logos-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const blue = smallPng(30, 10, () => [20, 60, 160, 255])
const bluePath = aFile(folder, 'logo bleu.png', blue)
const redPath = aFile(folder, 'rouge.jpeg', pictures.jpg)

test('an organisation has one logo: chosen, replaced, removed, and each act can be undone', async () => {
  const { api, database } = await openTestApi()
  const { id: organisationId } = await api.organisations.create(anOrganisation())
  const now = async () => (await api.logos.ofOrganisation({ organisationId }))?.fileName ?? null
  expect(await now()).toBe(null)

  const logo = await resultOf(api.logos.set({ organisationId, path: bluePath }))
  expect(logo).toMatchObject({ fileName: 'logo bleu.png', size: blue.length, addedBy: 'Solène Kerbrat' })
  expect(logo.picture).toMatchObject({ mediaType: 'image/png', width: 30, height: 10 })
  expect(Buffer.from(logo.picture.base64, 'base64')).toEqual(blue)
  await resultOf(api.logos.set({ organisationId, path: redPath }))
  expect(await now()).toBe('rouge.jpeg')
  const standing = database.read().db.selectFrom('documents').select('id').where('deletedAt', 'is', null)
  expect(await standing.execute()).toHaveLength(1)

  await api.logos.remove({ organisationId })
  expect(await now()).toBe(null)
  await expect(api.logos.remove({ organisationId })).rejects.toMatchObject({ code: 'notFound' })
  const seen = []
  for (let step = 0; step < 3; step += 1) {
    await api.history.undoLast({})
    seen.push(await now())
  }
  expect(seen).toEqual(['rouge.jpeg', 'logo bleu.png', null])
  for (let step = 0; step < 3; step += 1) await api.history.redoLast({})
  expect(await now()).toBe(null)
  const told = await api.history.ofRecord({ entity: 'organisations', id: organisationId })
  expect(told.map(({ command }) => command)).toEqual(expect.arrayContaining(['logos.set', 'logos.remove']))
})

test('a logo is none of the papers: not listed, not found, never chosen as a kind', async () => {
  const { api } = await openTestApi()
  const { id: organisationId } = await api.organisations.create(anOrganisation())
  const { documentId } = await resultOf(api.logos.set({ organisationId, path: bluePath }))
  expect(await api.documents.ofRecord({ owner: { organisationId } })).toEqual([])
  await expect(api.documents.get({ id: documentId })).rejects.toMatchObject({ code: 'notFound' })
  expect(await api.search.find({ text: 'logo bleu', limit: 5 })).toEqual([])
  await resultOf(api.logos.set({ organisationId, path: redPath }))
  expect(await api.documents.ofRecord({ owner: { organisationId }, trashed: true })).toEqual([])
  await expect(api.documents.restore({ id: documentId })).rejects.toMatchObject({ code: 'notFound' })
})

const wide = smallPng(longestLogoSide + 1, 1, () => [0, 0, 0, 255])
const heavy = Buffer.concat([blue, Buffer.alloc(largestLogo)])
test.each([
  ['a PDF', 'a.pdf', pdfBytes(), 'fileFormatUnknown'],
  ['a picture that paper programs do not read', 'b.webp', webpBytes, 'fileFormatUnknown'],
  ['a page named as a picture', 'c.png', Buffer.from('<svg onload="x()"/>'), 'fileFormatUnknown'],
  ['a picture that does not say its size', 'd.png', pngBytes, 'fileUnreadable'],
  ['a picture too wide', 'e.png', wide, 'fileTooLarge'],
  ['a picture too heavy', 'f.png', heavy, 'fileTooLarge'],
  ['nothing', 'g.png', Buffer.alloc(0), 'fileEmpty'],
])('%s is no logo, and leaves nothing behind', async (_, name, bytes, code) => {
  const { api, database } = await openTestApi()
  const { id: organisationId } = await api.organisations.create(anOrganisation())
  const path = aFile(folder, name, bytes)
  await expect(resultOf(api.logos.set({ organisationId, path }))).rejects.toMatchObject({ code })
  expect(await database.read().db.selectFrom('documentBytes').select('sha256').execute()).toEqual([])
})

test('an organisation that is not there has none', async () => {
  const { api } = await openTestApi()
  const set = api.logos.set({ organisationId: 'nowhere', path: bluePath })
  await expect(resultOf(set)).rejects.toMatchObject({ code: 'notFound' })
})

test('the documents of a cohort show ours, then who pays, then the partners, each once', async () => {
  const opened = await openTestApi()
  const { api } = opened
  const cohort = await aFilledCohort(opened, { people: 1 })
  const workshopId = await cohort.workshop()
  await cohort.funding({ workshopId, share: 60, title: 'Cité de l’emploi' })
  const { id: partnerId } = await api.organisations.create(anOrganisation({ name: 'Aux Quatre Vents' }))
  const { ownOrganisationId } = await api.settings.get({})
  const programmeId = (await api.cohorts.get({ id: cohort.cohortId })).programmeId
  const roles = [partnerId, ownOrganisationId ?? ''].map((organisationId) => ({
    organisationId,
    role: 'host' as const,
  }))
  await api.programmes.setPartners({ id: programmeId, partners: roles })
  await resultOf(api.logos.set({ organisationId: ownOrganisationId ?? '', path: bluePath }))
  await resultOf(api.logos.set({ organisationId: partnerId, path: redPath }))

  const heads = [
    (await api.sheets.get({ workshopId })).organisations,
    await api.logos.ofCohort({ cohortId: cohort.cohortId }),
  ]
  for (const shown of heads) {
    expect(shown.map(({ name, role }) => [name, role])).toEqual([
      ['Les Passerelles', 'own'],
      ['Fonds Cité de l’emploi', 'funder'],
      ['Aux Quatre Vents', 'partner'],
    ])
    expect(shown.map(({ picture }) => picture?.mediaType ?? null)).toEqual(['image/png', null, 'image/jpeg'])
  }
})
