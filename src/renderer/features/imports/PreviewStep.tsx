import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ColumnMapping,
  type ImportDraft,
  type PreviewCounts,
  type PreviewRow,
  importStrategies,
} from '../../../shared/features/imports'
import { type InputOf, ask, queryClient, useQuery } from '../../api'
import { asAppError } from '../../connection'
import { useErrorWords } from '../../i18n/error-words'
import { useTold } from '../../told'
import { ErrorState } from '../../ui/ErrorState'
import { RefusedColumns } from './ColumnsStep'
import { DuplicatePanel } from './DuplicatePanel'
import { EffectTabs } from './EffectTabs'
import { PreviewTable } from './PreviewTable'
import { RowPages } from './RowPages'

const rowsShown = 100

interface PreviewStepProps {
  readonly draft: ImportDraft
  readonly mapping: readonly ColumnMapping[]
  readonly strategy: ImportDraft['strategy']
  readonly onStrategy: (strategy: ImportDraft['strategy']) => void
  readonly onBack: () => void
  readonly onApply: () => void
}

/** The third step: what will become of each row, before anything is written. */
export function PreviewStep({ draft, mapping, strategy, onStrategy, onBack, onApply }: PreviewStepProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { failed } = useTold()
  const [effect, setEffect] = useState<PreviewRow['effect'] | null>(null)
  const [offset, setOffset] = useState(0)
  const [line, setLine] = useState<number | null>(null)
  const preview = useQuery(
    'imports.preview',
    { id: draft.id, effect, offset, limit: rowsShown },
    { keepPrevious: true },
  )
  const rows = preview.data?.rows ?? null
  const duplicates = rows?.filter((row) => row.duplicate !== null) ?? []
  const selected = duplicates.find((row) => row.line === line) ?? null

  function show(next: PreviewRow['effect'] | null): void {
    setEffect(next)
    setOffset(0)
    setLine(null)
  }

  async function edit(change: Omit<InputOf<'imports.editRow'>, 'id'>): Promise<void> {
    try {
      await ask('imports.editRow', { id: draft.id, ...change })
      await queryClient.invalidateQueries({ queryKey: ['imports', 'preview'] })
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  async function settle(
    row: PreviewRow,
    decision: 'same' | 'different' | 'ignore',
    keep: readonly string[] | null,
  ): Promise<void> {
    const following = next(duplicates, row.line)
    // the fields were chosen one by one: those that do not stay are written over
    const chosen = keep === null ? {} : { keep: [...keep], strategy: 'update' as const }
    await edit({ line: row.line, decision, ...chosen })
    setLine(following)
  }

  /** Goes to the duplicates, and to the first of them. */
  async function settleDuplicates(): Promise<void> {
    const first = await ask('imports.preview', { id: draft.id, effect: 'duplicate', offset: 0, limit: 1 })
    show('duplicate')
    setLine(first.rows[0]?.line ?? null)
  }

  if (preview.error && !preview.data) {
    return (
      <ErrorState
        title={t('imports.previewFailed')}
        body={words(preview.error)}
        onRetry={() => void preview.refetch()}
      />
    )
  }
  const counts = preview.data?.counts ?? null
  return (
    <>
      <div className="import-banners">
        <RefusedColumns draft={draft} />
      </div>
      <div className="import-bar">
        <EffectTabs counts={counts} current={effect} onSelect={show} />
        <label className="import-strategy">
          <span>{t('imports.strategy')}</span>
          <Select
            className="import-strategy-choice"
            aria-label={t('imports.strategy')}
            data={importStrategies.map((one) => ({ value: one, label: t(`imports.strategies.${one}`) }))}
            value={strategy}
            onChange={(value) => {
              const chosen = importStrategies.find((one) => one === value)
              if (chosen && chosen !== strategy) onStrategy(chosen)
            }}
          />
        </label>
      </div>
      <div className="import-preview">
        <div className="import-rows">
          <PreviewTable
            draft={draft}
            mapping={mapping}
            rows={rows}
            selected={line}
            onSelect={setLine}
            onChoose={(row, choice) => void edit({ line: row, ...choice })}
            onEdit={(row, field, text) => edit({ line: row, cell: { field, text } })}
          />
          <RowPages offset={offset} shown={rowsShown} total={preview.data?.total ?? 0} onOffset={setOffset} />
        </div>
        {counts && (counts.duplicate > 0 || selected) ? (
          <DuplicatePanel
            draft={draft}
            row={selected}
            waiting={counts.duplicate}
            strategy={strategy}
            onDecide={(row, decision, keep) => void settle(row, decision, keep)}
            onPrevious={line === null ? null : goTo(duplicates, line, -1, setLine)}
            onNext={line === null ? null : goTo(duplicates, line, 1, setLine)}
          />
        ) : null}
      </div>
      <PreviewFoot counts={counts} onBack={onBack} onApply={onApply} onSettle={() => void settleDuplicates()} />
    </>
  )
}

interface PreviewFootProps {
  readonly counts: PreviewCounts | null
  readonly onBack: () => void
  readonly onSettle: () => void
  readonly onApply: () => void
}

/** Says whole what will be written, what is left aside, and that it can be undone. */
function PreviewFoot({ counts, onBack, onSettle, onApply }: PreviewFootProps) {
  const { t } = useTranslation()
  const changes = counts ? counts.create + counts.update : 0
  const aside = counts
    ? [
        ...(counts.duplicate > 0 ? [t('imports.duplicatesAside', { count: counts.duplicate })] : []),
        ...(counts.error > 0 ? [t('imports.errorsAside', { count: counts.error })] : []),
        ...(changes > 0 ? [t('imports.canUndo')] : []),
      ]
    : []
  return (
    <footer className="import-foot">
      <div className="grow" aria-live="polite">
        <b className="semi">
          {counts ? (changes > 0 ? t('imports.willWrite', { count: changes }) : t('imports.nothingToWrite')) : null}
        </b>
        <p className="hint">{aside.join(' ')}</p>
      </div>
      <Button variant="subtle" onClick={onBack}>
        {t('imports.toColumns')}
      </Button>
      {counts && counts.duplicate > 0 ? <Button onClick={onSettle}>{t('imports.settleDuplicates')}</Button> : null}
      <Button variant="filled" onClick={onApply} disabled={changes === 0}>
        {changes > 0 ? t('imports.apply', { count: changes }) : t('imports.nothingToWrite')}
      </Button>
    </footer>
  )
}

function next(rows: readonly PreviewRow[], line: number): number | null {
  const place = rows.findIndex((row) => row.line === line)
  return (rows[place + 1] ?? rows.find((row) => row.line !== line && row.decision === null))?.line ?? null
}

function goTo(rows: readonly PreviewRow[], line: number, by: 1 | -1, go: (line: number) => void): (() => void) | null {
  const there = rows[rows.findIndex((row) => row.line === line) + by]
  return there ? () => go(there.line) : null
}
