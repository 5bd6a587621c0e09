import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportDraft } from '../../../shared/features/imports'
import type { FileShape } from '../../../shared/reader'

const encodings = ['utf-8', 'windows-1252', 'macintosh', 'utf-16le', 'utf-16be'] as const
const delimiters = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const
const marks = [';', ',', '\t', '|'] as const

interface ShapeFieldsProps {
  readonly draft: ImportDraft
  /** Reads the file again under this shape; null when the file is out of reach. */
  readonly onChange: ((shape: FileShape) => void) | null
}

/** How the file was read, as it was found; changing it reads the file again. */
export function ShapeFields({ draft, onChange }: ShapeFieldsProps) {
  const { t } = useTranslation()
  const { shape, sheets } = draft
  const change = (part: Partial<FileShape>) => onChange?.({ ...shape, ...part })
  return (
    <div className="import-shape">
      {shape.format === 'xlsx' ? (
        <Select
          label={t('imports.sheet')}
          data={sheets}
          value={shape.sheet}
          disabled={onChange === null || sheets.length < 2}
          onChange={(sheet) => change({ sheet, headerRow: 0 })}
        />
      ) : (
        <>
          <Select
            label={t('imports.encoding')}
            data={[...encodings]}
            value={shape.encoding}
            disabled={onChange === null}
            onChange={(encoding) => change({ encoding })}
          />
          <Select
            label={t('imports.delimiter')}
            data={marks.map((mark) => ({ value: mark, label: t(`imports.delimiters.${delimiters[mark]}`) }))}
            value={shape.delimiter}
            disabled={onChange === null}
            onChange={(delimiter) => change({ delimiter })}
          />
        </>
      )}
      <NumberInput
        label={t('imports.headerRow')}
        placeholder={t('imports.noHeader')}
        min={1}
        max={50}
        key={shape.headerRow}
        defaultValue={shape.headerRow === null ? '' : shape.headerRow + 1}
        disabled={onChange === null}
        onBlur={(event) => {
          const read = Number.parseInt(event.currentTarget.value, 10)
          const headerRow = Number.isNaN(read) ? null : read - 1
          if (headerRow !== shape.headerRow) change({ headerRow })
        }}
      />
    </div>
  )
}
