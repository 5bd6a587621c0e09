import { describe, expect, test } from 'vitest'
import { aSupport } from '../support/factories-coaching.ts'
import { openTestApi } from '../support/open-test-api.ts'

describe('the themes', () => {
  test('are seeded once, kept apart by their words, and eight at most are asked', async () => {
    const { api } = await openTestApi()
    const themes = await api.scales.seedThemes({ locale: 'fr' })
    expect(themes).toHaveLength(8)
    await expect(api.scales.seedThemes({ locale: 'fr' })).rejects.toMatchObject({ code: 'alreadyExists' })
    await expect(api.scales.addTheme({ label: 'Autre' })).rejects.toMatchObject({ data: { reason: 'tooMany' } })
    const [first] = themes
    await api.scales.updateTheme({ id: first?.id ?? '', version: 1, fields: { retired: true } })
    await expect(api.scales.addTheme({ label: 'GESTION et chiffres' })).rejects.toMatchObject({ code: 'alreadyExists' })
    await api.scales.addTheme({ label: 'Accès aux marchés' })
    await expect(
      api.scales.updateTheme({ id: first?.id ?? '', version: 2, fields: { retired: false } }),
    ).rejects.toMatchObject({ data: { reason: 'tooMany' } })
  })

  test('go to another place among those still asked', async () => {
    const { api } = await openTestApi()
    const themes = await api.scales.seedThemes({ locale: 'en' })
    const moved = await api.scales.moveTheme({ id: themes[3]?.id ?? '', position: 0 })
    expect(moved.map(({ id }) => id)).toEqual([3, 0, 1, 2, 4, 5, 6, 7].map((index) => themes[index]?.id))
  })
})

describe('ratings', () => {
  test('are one answer for each theme, moment and rater; a null takes it back', async () => {
    const { api } = await openTestApi()
    const support = await aSupport(api)
    const [one, two] = (await api.scales.seedThemes({ locale: 'fr' })).map(({ id }) => id)
    const rate = (first: number | null, second: number | null, reviewedOn = '2026-11-02') =>
      api.scales.rate({
        supportId: support.id,
        moment: 'entry',
        rater: 'person',
        reviewedOn,
        scores: [
          { themeId: one ?? '', score: first },
          { themeId: two ?? '', score: second },
        ],
      })
    expect(await rate(4, 2)).toMatchObject([{ score: 4 }, { score: 2 }])
    expect(await rate(4, 3, '2026-11-03')).toMatchObject([
      { score: 4, reviewedOn: '2026-11-02', by: 'Solène Kerbrat' },
      { score: 3, reviewedOn: '2026-11-03' },
    ])
    expect(await rate(null, 3)).toHaveLength(1)
    expect((await api.history.undoLast({})).kept).toEqual([])
    expect(await api.scales.ofPerson({ personId: support.personId })).toHaveLength(2)
    await expect(rate(4, 3, '2026-11-24')).rejects.toMatchObject({ data: { field: 'reviewedOn' } })
    await expect(rate(11, 3)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
