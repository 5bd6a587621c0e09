import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import type { Filter } from '../../src/shared/features/lists'
import { emptyFilter, personListFields } from '../../src/shared/rules/lists'
import { GridToolbar } from '../../src/renderer/ui/GridToolbar'
import type { FilterField } from '../../src/renderer/ui/grid/conditions'
import { isComplete, withOperator } from '../../src/renderer/ui/grid/conditions'
import { ViewTabs } from '../../src/renderer/ui/ViewTabs'
import { show } from '../support/show'

const fields: FilterField[] = [
  { field: 'city', label: 'Commune', description: personListFields.city },
  { field: 'status', label: 'Situation', description: personListFields.status },
  { field: 'birthYear', label: 'Née en', description: personListFields.birthYear },
  { field: 'createdAt', label: 'Créée', description: personListFields.createdAt },
]

function Bar({ start = emptyFilter, log }: { start?: Filter; log: Filter[] }) {
  const [filter, setFilter] = useState(start)
  return (
    <GridToolbar
      fields={fields}
      filter={filter}
      onFilterChange={(next) => {
        log.push(next)
        setFilter(next)
      }}
    />
  )
}

describe('the conditions of a list', () => {
  test('are added by naming a field, an operator and a value, and read as words', async () => {
    const log: Filter[] = []
    const { user } = show(<Bar log={log} />)
    await user.click(screen.getByRole('button', { name: 'Filtre' }))
    await user.type(screen.getByRole('textbox', { name: 'Filtrer par…' }), 'comm{Enter}')
    await user.type(screen.getByRole('textbox', { name: 'Commune' }), 'Nantes{Enter}')
    expect(log.at(-1)?.conditions).toEqual([{ field: 'city', operator: 'contains', value: 'Nantes' }])
    expect(screen.getByRole('button', { name: 'Commune contient Nantes' })).toBeTruthy()
  })

  test('on a closed list are chosen by their words, and sent as codes in the order of the list', async () => {
    const log: Filter[] = []
    const { user } = show(<Bar log={log} />)
    await user.click(screen.getByRole('button', { name: 'Filtre' }))
    await user.click(screen.getByRole('button', { name: 'Situation' }))
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Appliquer' }).disabled).toBe(true)
    await user.click(screen.getByRole('checkbox', { name: 'En emploi' }))
    await user.click(screen.getByRole('checkbox', { name: 'En recherche d’emploi' }))
    await user.click(screen.getByRole('button', { name: 'Appliquer' }))
    expect(log.at(-1)?.conditions).toEqual([{ field: 'status', operator: 'isAnyOf', value: ['jobseeker', 'employed'] }])
    expect(screen.getByRole('button', { name: 'Situation En recherche d’emploi ou En emploi' })).toBeTruthy()
  })

  test('are removed by the cross of their chip', async () => {
    const log: Filter[] = []
    const start: Filter = {
      ...emptyFilter,
      conditions: [{ field: 'createdAt', operator: 'after', value: '2026-08-25' }],
    }
    const { user } = show(<Bar start={start} log={log} />)
    expect(screen.getByRole('button', { name: 'Créée après le 25/08/2026' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Retirer le filtre Créée' }))
    expect(log.at(-1)?.conditions).toEqual([])
  })

  test('are searched as one types, once one pauses', async () => {
    const log: Filter[] = []
    const { user } = show(<Bar log={log} />)
    await user.type(screen.getByRole('searchbox', { name: 'Chercher dans cette vue' }), 'ben')
    await expect.poll(() => log.map(({ search }) => search)).toEqual(['ben'])
  })
})

describe('another operator', () => {
  test('keeps what was typed where it still has a meaning', () => {
    const typed = { field: 'birthYear', operator: 'is', value: 1981 } as const
    expect(withOperator(typed, 'between')).toEqual({ field: 'birthYear', operator: 'between', value: [1981, ''] })
    expect(withOperator(typed, 'isEmpty')).toEqual({ field: 'birthYear', operator: 'isEmpty', value: null })
    expect(isComplete(withOperator(typed, 'between'))).toBe(false)
    expect(isComplete(withOperator(typed, 'isEmpty'))).toBe(true)
  })
})

describe('the views of a list', () => {
  test('are tabs: the arrows go round them, and the focus follows', async () => {
    function Views() {
      const [current, setCurrent] = useState('a')
      const tabs = [
        { id: 'a', name: 'Toutes', count: 1284 },
        { id: 'b', name: 'File active' },
      ]
      return <ViewTabs label="Vues" tabs={tabs} current={current} onSelect={setCurrent} />
    }
    const { user } = show(<Views />)
    await user.tab()
    await user.keyboard('{ArrowLeft}')
    const tab = screen.getByRole('tab', { name: 'File active', selected: true })
    expect(document.activeElement).toBe(tab)
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('tab', { name: /Toutes/, selected: true }).textContent).toBe('Toutes1\u202f284')
  })
})
