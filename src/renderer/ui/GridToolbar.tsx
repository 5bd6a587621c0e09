import { ActionIcon, Menu, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconCheck, IconDownload, IconList, IconZoom } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../shared/features/lists'
import { type Density, setPreferences, usePreferences } from '../theme/preferences'
import { ColumnChooser } from './grid/ColumnChooser'
import type { ColumnStates, GridColumn, GridRow } from './grid/columns'
import type { FilterField } from './grid/conditions'
import { FilterChips } from './grid/FilterChips'
import './grid/toolbar.css'

interface GridToolbarProps {
  readonly filter: Filter
  readonly onFilterChange: (filter: Filter) => void
  readonly fields: readonly FilterField[]
  readonly columns?: readonly GridColumn<GridRow>[]
  readonly columnStates?: ColumnStates
  readonly onColumnStatesChange?: (states: ColumnStates) => void
  readonly onExport?: () => void
  /** What a search looks into: « Nom, bailleur, résidence ». */
  readonly searchHint?: string
  /** Beside the search: the conditions asked all day long. */
  readonly quick?: ReactNode
  /** Before the icons: saving the view, switching to the board. */
  readonly children?: ReactNode
}

/** Above a list: search in it, its conditions, and how it is shown. */
export function GridToolbar(props: GridToolbarProps) {
  const { filter, onFilterChange, fields, columns, columnStates, onColumnStatesChange, onExport } = props
  const { t } = useTranslation()
  return (
    <div className="grid-toolbar" role="search" aria-label={t('grid.filterThis')}>
      <SearchInView
        key={filter.search}
        value={filter.search}
        hint={props.searchHint}
        onChange={(search) => onFilterChange({ ...filter, search })}
      />
      {props.quick}
      <FilterChips
        fields={fields}
        conditions={filter.conditions}
        onChange={(conditions) => onFilterChange({ ...filter, conditions })}
      />
      <div className="grid-toolbar-end">
        {props.children}
        {columns && columnStates && onColumnStatesChange ? (
          <>
            <ColumnChooser columns={columns} states={columnStates} onChange={onColumnStatesChange} />
            <DensityMenu />
          </>
        ) : null}
        {onExport ? (
          <Tooltip label={t('grid.export')}>
            <ActionIcon aria-label={t('grid.export')} onClick={onExport}>
              <IconDownload size={17} />
            </ActionIcon>
          </Tooltip>
        ) : null}
      </div>
    </div>
  )
}

interface SearchInViewProps {
  readonly value: string
  readonly hint?: string | undefined
  readonly onChange: (search: string) => void
}

function SearchInView({ value, hint, onChange }: SearchInViewProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  const search = useDebouncedCallback((text: string) => {
    if (text !== value) onChange(text)
  }, 180)
  return (
    <TextInput
      size="xs"
      className="grid-search quiet-field"
      type="search"
      leftSection={<IconZoom size={14} />}
      placeholder={hint ?? t('grid.searchHere')}
      aria-label={t('grid.searchHere')}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        search(event.currentTarget.value)
      }}
    />
  )
}

const densities: readonly Density[] = ['compact', 'normal', 'comfortable']

function DensityMenu() {
  const { t } = useTranslation()
  const { density } = usePreferences()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('grid.density')}>
          <ActionIcon aria-label={t('grid.density')}>
            <IconList size={17} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {densities.map((choice) => (
          <Menu.RadioItem
            key={choice}
            value={choice}
            checked={choice === density}
            checkIcon={<IconCheck size={15} />}
            closeMenuOnClick
            onChange={() => setPreferences({ density: choice })}
          >
            {t(`grid.densities.${choice}`)}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
