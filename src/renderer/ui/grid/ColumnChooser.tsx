import { ActionIcon, Checkbox, Popover, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  type ColumnStates,
  completeColumnStates,
  type GridColumn,
  type GridRow,
  moveColumn,
  showColumn,
} from './columns'

interface ColumnChooserProps {
  readonly columns: readonly GridColumn<GridRow>[]
  readonly states: ColumnStates
  readonly onChange: (states: ColumnStates) => void
}

/** Which columns are shown, and in what order; headers can also be dragged in the grid. */
export function ColumnChooser(props: ColumnChooserProps) {
  const { t } = useTranslation()
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('grid.columns')}>
          <ActionIcon aria-label={t('grid.columns')}>
            <IconColumns3 size={17} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('grid.columns')} className="column-chooser">
        <Columns {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Made when it is opened: two buttons a column, each with its words. */
function Columns({ columns, states, onChange }: ColumnChooserProps) {
  const { t } = useTranslation()
  const complete = completeColumnStates(states, columns)
  const shown = complete.filter(({ hidden }) => !hidden).length
  return (
    <ul>
      {complete.map((state, index) => {
        const header = columns.find(({ field }) => field === state.field)?.header ?? state.field
        return (
          <li key={state.field}>
            <Checkbox
              label={header}
              checked={!state.hidden}
              disabled={!state.hidden && shown === 1}
              onChange={(event) => onChange(showColumn(complete, state.field, event.currentTarget.checked))}
            />
            <span className="end">
              <ActionIcon
                aria-label={t('grid.moveUp', { column: header })}
                disabled={index === 0}
                onClick={() => onChange(moveColumn(complete, state.field, -1))}
              >
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('grid.moveDown', { column: header })}
                disabled={index === complete.length - 1}
                onClick={() => onChange(moveColumn(complete, state.field, 1))}
              >
                <IconArrowDown size={14} />
              </ActionIcon>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
