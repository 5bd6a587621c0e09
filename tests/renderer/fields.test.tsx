import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { ChoiceChips } from '../../src/renderer/ui/ChoiceChips'
import { DateField } from '../../src/renderer/ui/DateField'
import { FreeTextField } from '../../src/renderer/ui/FreeTextField'
import { PhoneField } from '../../src/renderer/ui/PhoneField'
import { show } from '../support/show'

function Dated({ start = null, log }: { start?: string | null; log: (string | null)[] }) {
  const [day, setDay] = useState(start)
  return (
    <DateField
      label="Née le"
      value={day}
      onChange={(next) => {
        log.push(next)
        setDay(next)
      }}
    />
  )
}
const field = () => screen.getByRole<HTMLInputElement>('textbox')

describe('a date', () => {
  test.each([
    ['08/04/1995', '1995-04-08'],
    ['8.4.1995', '1995-04-08'],
    ['1995-04-08', '1995-04-08'],
    ['8 avril 1995', '1995-04-08'],
  ])('typed as %s is read when the field is left, and shown as JJ/MM/AAAA', async (typed, day) => {
    const log: (string | null)[] = []
    const { user } = show(<Dated log={log} />)
    await user.type(field(), typed)
    await user.tab()
    expect(log).toEqual([day])
    expect(field().value).toBe('08/04/1995')
  })

  test.each([
    ['31/02/2026', 'Ce jour n’existe pas.'],
    ['08/04/95', 'Écrivez l’année avec quatre chiffres.'],
    ['1995', 'Il manque le jour et le mois.'],
    ['demain', 'Cette date n’est pas lisible. Écrivez-la JJ/MM/AAAA.'],
  ])('that cannot be read, %s, stays as typed and says why', async (typed, message) => {
    const log: (string | null)[] = []
    const { user } = show(<Dated log={log} />)
    await user.type(field(), `${typed}{Enter}`)
    expect(log).toEqual([])
    expect(field().value).toBe(typed)
    expect(screen.getByText(message)).toBeTruthy()
  })

  test('can be emptied', async () => {
    const log: (string | null)[] = []
    const { user } = show(<Dated start="2026-11-23" log={log} />)
    expect(field().value).toBe('23/11/2026')
    await user.clear(field())
    await user.tab()
    expect(log).toEqual([null])
  })

  test('is written without doubt in English', () => {
    show(<Dated start="2026-02-03" log={[]} />, 'en')
    expect(field().value).toBe('3 Feb 2026')
  })
})

function Phone() {
  const [text, setText] = useState('')
  return <PhoneField label="Téléphone" value={text} onChange={setText} />
}

describe('a phone', () => {
  test.each([
    ['0639983774', '06 39 98 37 74'],
    ['+33 (0)6.39.98.37.74', '06 39 98 37 74'],
    ['639983774', '06 39 98 37 74'],
  ])('typed as %s is written %s once the field is left', async (typed, shown) => {
    const { user } = show(<Phone />)
    await user.type(field(), typed)
    await user.tab()
    expect(field().value).toBe(shown)
  })

  test('with lost digits is refused with its reason, and the reason goes as one corrects', async () => {
    const { user } = show(<Phone />)
    await user.type(field(), '6,39998E+08')
    await user.tab()
    expect(screen.getByText(/Un tableur a perdu des chiffres/)).toBeTruthy()
    await user.type(field(), '1')
    expect(screen.queryByText(/Un tableur/)).toBeNull()
  })
})

describe('a note about someone', () => {
  function Note() {
    const [text, setText] = useState('')
    return <FreeTextField label="Note" value={text} onChange={setText} limit={40} />
  }

  test('points out a word that has no place in it', async () => {
    const { user } = show(<Note />)
    await user.type(field(), 'Enceinte de six mois')
    expect(await screen.findByText(/« enceinte » \(santé\)/)).toBeTruthy()
  })

  test('says that a social security number will not be kept', async () => {
    const { user } = show(<Note />)
    await user.type(field(), '2 95 04 99 123 456 64')
    expect(await screen.findByText(/numéro de sécurité sociale/)).toBeTruthy()
  })

  test('counts its letters, and stops at the limit', async () => {
    const { user } = show(<Note />)
    await user.type(field(), 'x'.repeat(50))
    expect(field().value).toHaveLength(40)
    expect(screen.getByText('40 / 40')).toBeTruthy()
  })

  test('says that a pasted text was cut, until one goes on writing', async () => {
    const { user } = show(<Note />)
    await user.click(field())
    await user.paste('x'.repeat(40))
    expect(screen.queryByText(/a été coupée/)).toBeNull()
    await user.clear(field())
    await user.paste('x'.repeat(41))
    expect(field().value).toHaveLength(40)
    screen.getByText(/la fin en a été coupée, à 40 caractères/)
    await user.type(field(), '{Backspace}')
    expect(screen.queryByText(/a été coupée/)).toBeNull()
  })
})

describe('chips', () => {
  test('keep the order of the list, whatever the order of the clicks', async () => {
    const chosen: string[][] = []
    function Chips() {
      const [value, setValue] = useState<string[]>([])
      const choices = ['a', 'b', 'c'].map((code) => ({ code, label: code.toUpperCase() }))
      return (
        <ChoiceChips
          label="Besoins"
          choices={choices}
          value={value}
          onChange={(codes) => {
            chosen.push(codes)
            setValue(codes)
          }}
        />
      )
    }
    const { user } = show(<Chips />)
    await user.click(screen.getByRole('button', { name: 'C' }))
    await user.click(screen.getByRole('button', { name: 'A' }))
    await user.click(screen.getByRole('button', { name: 'C', pressed: true }))
    expect(chosen).toEqual([['c'], ['a', 'c'], ['a']])
  })
})
