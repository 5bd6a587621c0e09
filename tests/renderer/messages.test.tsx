import { act, screen } from '@testing-library/react'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { formatFor } from '../../src/renderer/i18n/format'
import { ConfirmDialog } from '../../src/renderer/ui/ConfirmDialog'
import { Countdown } from '../../src/renderer/ui/Countdown'
import { Drawer } from '../../src/renderer/ui/Drawer'
import { PersonName } from '../../src/renderer/ui/PersonName'
import { Toasts } from '../../src/renderer/ui/Toasts'
import { currentToasts, dismissToast, showToast } from '../../src/renderer/ui/toasts'
import { show } from '../support/show'

afterEach(() => {
  vi.useRealTimers()
  act(() => currentToasts().forEach(({ id }) => dismissToast(id)))
})

describe('a message', () => {
  test('says what was done and lets it be undone', async () => {
    const { user } = show(<Toasts />)
    const undone = vi.fn<() => void>()
    act(() => void showToast({ tone: 'done', text: '4 personnes affectées', act: { label: 'Annuler', run: undone } }))
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    expect(undone).toHaveBeenCalledOnce()
    expect(screen.queryByText('4 personnes affectées')).toBeNull()
  })

  test('leaves on its own, but not while it is under the focus', () => {
    vi.useFakeTimers()
    show(<Toasts />)
    act(() => void showToast({ tone: 'done', text: 'Enregistré' }))
    act(() => screen.getByRole('button', { name: 'Fermer' }).focus())
    act(() => void vi.advanceTimersByTime(20_000))
    expect(screen.getByText('Enregistré')).toBeTruthy()
    act(() => screen.getByRole('button', { name: 'Fermer' }).blur())
    act(() => void vi.advanceTimersByTime(5001))
    expect(screen.queryByText('Enregistré')).toBeNull()
  })
})

describe('a confirmation', () => {
  test('puts the focus on what changes nothing, and waits for the work to be done', async () => {
    let finish = () => undefined as void
    const work = new Promise<void>((resolve) => (finish = resolve))
    const { user } = show(
      <ConfirmDialog
        opened
        title="Annuler l’import ?"
        confirm="Annuler l’import"
        keep="Garder l’import"
        onConfirm={() => work}
        onClose={() => undefined}
      >
        842 personnes iront à la corbeille.
      </ConfirmDialog>,
    )
    const keep = screen.getByRole<HTMLButtonElement>('button', { name: 'Garder l’import' })
    await expect.poll(() => document.activeElement === keep).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Annuler l’import' }))
    expect(keep.disabled).toBe(true)
    await act(async () => finish())
    await expect.poll(() => keep.disabled).toBe(false)
  })
})

describe('a drawer', () => {
  test('takes the focus, closes with Escape, and gives the focus back', async () => {
    function Page() {
      const [opened, setOpened] = useState(false)
      return (
        <>
          <button onClick={() => setOpened(true)}>Ouvrir</button>
          {opened ? (
            <Drawer label="Orientation" title="Vasselin" onClose={() => setOpened(false)}>
              Corps
            </Drawer>
          ) : null}
        </>
      )
    }
    const { user } = show(<Page />)
    await user.click(screen.getByRole('button', { name: 'Ouvrir' }))
    expect(document.activeElement).toBe(screen.getByRole('complementary', { name: 'Orientation' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ouvrir' }))
  })

  test('keeps the focus when what held it goes; Escape closes an open list before it', async () => {
    const closed = vi.fn<() => void>()
    function Body() {
      const [done, setDone] = useState(false)
      return (
        <Drawer label="Orientation" title="Vasselin" onClose={closed}>
          {done ? 'Fait' : <button onClick={() => setDone(true)}>Faire</button>}
          <Select label="Suivi par" data={['Solène', 'Maud']} />
        </Drawer>
      )
    }
    const { user } = show(<Body />)
    await user.click(screen.getByRole('button', { name: 'Faire' }))
    const drawer = screen.getByRole('complementary', { name: 'Orientation' })
    await expect.poll(() => document.activeElement).toBe(drawer)

    await user.click(screen.getByRole('combobox', { name: 'Suivi par' }))
    await user.keyboard('{Escape}')
    expect(closed).not.toHaveBeenCalled()
    await user.keyboard('{Escape}')
    expect(closed).toHaveBeenCalledOnce()
  })
})

describe('how long is left', () => {
  test.each([
    [6, 4, 'Reste 4 j ouvrés'],
    [3, 1, 'Reste 1 j ouvré'],
    [1, 0, 'Avant le 28/11/2026'],
    [0, 0, 'Aujourd’hui'],
    [-4, -2, 'Retard de 2 j ouvrés'],
  ])('with %i days, %i of them working days, is said %s', (daysLeft, workingDaysLeft, words) => {
    show(<Countdown dueOn="2026-11-28" daysLeft={daysLeft} workingDaysLeft={workingDaysLeft} totalDays={10} />)
    expect(screen.getByText(words)).toBeTruthy()
  })

  test('is said in full where there is room', () => {
    show(<Countdown dueOn="2026-11-27" daysLeft={4} workingDaysLeft={4} totalDays={30} what="Décision" />)
    expect(document.querySelector('.countdown')?.textContent).toBe('Décision avant le 27/11/2026Reste 4 j ouvrés')
  })
})

describe('a name', () => {
  test.each([
    ['Aït-Meziane', 'Lila', 'AÏT-MEZIANE Lila'],
    ['', 'Coumba', 'Coumba'],
    ['Diabango', '', 'DIABANGO'],
  ])('%s %s is written %s', (lastName, firstName, written) => {
    show(<PersonName lastName={lastName} firstName={firstName} />)
    expect(document.querySelector('.person-name')?.textContent).toBe(written)
  })
})

describe('numbers and days', () => {
  const noon = () => new Date(2026, 10, 23, 12, 0)
  test('are written the French way', () => {
    const format = formatFor('fr', noon)
    expect(format.number(100248)).toBe('100\u202f248')
    expect(format.day('2026-11-23')).toBe('23/11/2026')
    expect(format.shortDay('2026-11-23')).toBe('23/11')
    expect(format.shortDay('2025-11-23')).toBe('23/11/2025')
    expect(format.instant(new Date(2026, 10, 23, 10, 12).toISOString())).toBe('aujourd’hui, 10:12')
    expect(format.instant(new Date(2026, 10, 22, 17, 40).toISOString())).toBe('hier, 17:40')
    expect(format.instant(new Date(2026, 10, 12, 9, 5).toISOString())).toBe('12/11/2026, 09:05')
    expect(format.month('2026-08-01')).toBe('Août 2026')
    expect(format.list(['A', 'B', 'C'])).toBe('A, B et C')
    expect(format.size(212_000)).toBe('212\u00a0Ko')
  })

  test('are written the English way', () => {
    const format = formatFor('en', noon)
    expect(format.number(100248)).toBe('100,248')
    expect(format.day('2026-11-23')).toBe('23 Nov 2026')
    expect(format.shortDay('2026-11-23')).toBe('23 Nov')
    expect(format.either(['A', 'B'])).toBe('A or B')
  })
})
