import { TextInput } from '@mantine/core'
import { IconAlertCircle, IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewCell } from '../../../shared/features/imports'
import { useFieldWord } from './import-words'

interface PreviewCellViewProps {
  readonly line: number
  readonly field: string
  readonly cell: PreviewCell | null
  readonly words: (field: string, text: string) => string
  readonly onEdit: (text: string) => Promise<void>
}

/** What a cell will write: the old value struck beside the new one, what was repaired, what is refused and mended here. */
export function PreviewCellView({ line, field, cell, words, onEdit }: PreviewCellViewProps) {
  const { t } = useTranslation()
  const fieldWord = useFieldWord()
  const [editing, setEditing] = useState(false)
  if (!cell) return <td aria-label={t('imports.emptyValue')} />
  const { text, before, repaired, problem } = cell
  const shown = words(field, text)
  const label = t('imports.editCell', { field: fieldWord(field), line })

  async function keep(next: string): Promise<void> {
    setEditing(false)
    if (next !== text) await onEdit(next)
  }

  if (editing) {
    return (
      <td>
        <TextInput
          size="xs"
          aria-label={label}
          defaultValue={text}
          ref={takeFocus}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void keep(event.currentTarget.value)
            if (event.key === 'Escape') setEditing(false)
          }}
          onBlur={(event) => void keep(event.currentTarget.value)}
        />
      </td>
    )
  }
  if (problem) {
    return (
      <td className="import-wrong tone-danger">
        <button type="button" title={`${text} : ${t(`imports.problem.${problem}`)}`} onClick={() => setEditing(true)}>
          <span className="vh">{label} </span>
          <span className="cut">{text || t('imports.emptyValue')}</span>
          <small>{t(`imports.problem.${problem}`)}</small>
          <IconAlertCircle size={15} />
        </button>
      </td>
    )
  }
  return (
    <td title={shown}>
      <span className="import-cell">
        {before === null ? null : (
          <>
            <s className="cut">{before === '' ? t('imports.emptyValue') : words(field, before)}</s>
            <IconArrowRight size={13} aria-hidden="true" />
          </>
        )}
        <span className={before === null ? 'cut' : 'cut import-new'}>{shown}</span>
        {repaired ? <span className="import-flag tone-warn">{t(`imports.flag.${repaired}`)}</span> : null}
      </span>
    </td>
  )
}

function takeFocus(field: HTMLInputElement | null): void {
  field?.focus()
}
