import type { CustomCellEditorProps } from 'ag-grid-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellEdit, Choice, GridColumn, GridRow } from './columns'

type EditorProps = CustomCellEditorProps<GridRow, string | null> & { column: GridColumn<GridRow> }

/** The field that stands over a cell while it is edited. What it gives is saved by `saveEdit`. */
export function CellEditor(props: EditorProps) {
  return props.column.edit?.kind === 'choice' ? <ChoiceEditor {...props} /> : <TextEditor {...props} />
}

function TextEditor({ column, data, onValueChange, eGridCell }: EditorProps) {
  const edit = column.edit?.kind === 'text' ? column.edit : null
  const [text, setText] = useState(edit?.valueOf(data) ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const wrongId = useId()

  useEditorKeys(input, (event) => {
    if (event.key !== 'Enter' && event.key !== 'Tab') return
    const message = edit?.validate?.(text) ?? null
    setWrong(message)
    if (message !== null) keepKey(event)
  })

  return (
    <div className="cell-editor">
      <input
        ref={input}
        className="cell-input"
        style={{ width: eGridCell.clientWidth, height: eGridCell.clientHeight }}
        aria-label={column.header}
        aria-invalid={wrong !== null}
        aria-describedby={wrongId}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setWrong(null)
          onValueChange(event.currentTarget.value)
        }}
      />
      <p className="cell-wrong" id={wrongId} role="alert" hidden={wrong === null}>
        {wrong}
      </p>
    </div>
  )
}

function ChoiceEditor({ column, data, onValueChange, stopEditing, eGridCell }: EditorProps) {
  const { t } = useTranslation()
  const edit = column.edit?.kind === 'choice' ? column.edit : null
  const current = edit?.valueOf(data) ?? null
  const [search, setSearch] = useState('')
  const choices = useChoices(edit, search)
  const [active, setActive] = useState<number | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const chosen =
    active ??
    Math.max(
      0,
      choices.findIndex((choice) => choice.value === current),
    )

  useEditorKeys(input, (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      keepKey(event)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(Math.min(Math.max(chosen + step, 0), choices.length - 1))
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      const choice = choices[chosen]
      if (choice) onValueChange(choice.value)
    }
  })

  function take(choice: Choice): void {
    onValueChange(choice.value)
    // the value is read when the edit stops, once this change is drawn
    setTimeout(() => stopEditing())
  }

  return (
    <div className="cell-editor">
      <input
        ref={input}
        className="cell-input"
        style={{ width: eGridCell.clientWidth, height: eGridCell.clientHeight }}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={choices.length > 0 ? `${listId}-${chosen}` : undefined}
        aria-label={column.header}
        placeholder={column.text(data)}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setActive(0)
        }}
      />
      <div className="cell-choices">
        <div role="listbox" id={listId} aria-label={column.header}>
          {choices.map((choice, index) => (
            <div
              key={choice.value ?? ''}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              tabIndex={-1}
              onMouseEnter={() => setActive(index)}
              onMouseDown={(event) => {
                event.preventDefault() // the field keeps the focus
                take(choice)
              }}
            >
              <span className="cut">{choice.label}</span>
              {choice.detail ? <small>{choice.detail}</small> : null}
            </div>
          ))}
        </div>
        {choices.length === 0 ? <p className="cell-nothing">{t('ui.nothingFound')}</p> : null}
        <p className="cell-hint" aria-hidden="true">
          <span>
            <kbd className="kbd">{t('grid.keyEnter')}</kbd> {t('grid.keyEnterDoes')}
          </span>
          <span>
            <kbd className="kbd">Tab</kbd> {t('grid.keyTabDoes')}
          </span>
          <span>
            <kbd className="kbd">{t('grid.keyEscape')}</kbd>
          </span>
        </p>
      </div>
    </div>
  )
}

function useChoices(edit: Extract<CellEdit<GridRow>, { kind: 'choice' }> | null, search: string): readonly Choice[] {
  const [found, setFound] = useState<readonly Choice[]>([])
  useEffect(() => {
    let wanted = true
    void Promise.resolve(edit?.choices(search) ?? []).then((list) => wanted && setFound(list))
    return () => {
      wanted = false
    }
  }, [edit, search])
  return found
}

/** The grid hears keys before React does, so the field listens on itself, ahead of both. */
function useEditorKeys(input: React.RefObject<HTMLInputElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const handle = useEffectEvent(onKey)
  useEffect(() => {
    const field = input.current
    if (!field) return undefined
    // the popup is the grid's, which gives it a role but no name
    field.closest('[role="dialog"]')?.setAttribute('aria-label', field.getAttribute('aria-label') ?? '')
    field.focus()
    field.select()
    const listen = (event: KeyboardEvent) => handle(event)
    field.addEventListener('keydown', listen)
    return () => field.removeEventListener('keydown', listen)
  }, [input])
}

function keepKey(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
