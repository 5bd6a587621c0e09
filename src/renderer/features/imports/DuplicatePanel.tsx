import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGitMerge } from '@tabler/icons-react'
import { useQuery as useRecord } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDraft, ImportKind, PreviewRow } from '../../../shared/features/imports'
import { fold } from '../../../shared/rules/fold'
import { formatPhone } from '../../../shared/rules/phone'
import { useChoiceLabel } from '../../i18n/choices'
import { useCellWords, useFieldWord } from './import-words'
import { readMatched, type RecordValues } from './matched-record'

type Decision = 'same' | 'different' | 'ignore'

/** What tells two records apart, in the order one looks at it. */
const compared: Readonly<Record<ImportKind, readonly string[]>> = {
  people: [
    'fullName',
    'lastName',
    'firstName',
    'birthDate',
    'birthYear',
    'phone',
    'email',
    'address',
    'postcode',
    'city',
    'project',
  ],
  referrals: [
    'fullName',
    'lastName',
    'firstName',
    'birthDate',
    'birthYear',
    'phone',
    'email',
    'address',
    'postcode',
    'city',
    'project',
  ],
  organisations: ['name', 'siren', 'siret', 'phone', 'email', 'address', 'postcode', 'city'],
  residences: ['name', 'code', 'address', 'postcode', 'city'],
}

interface DuplicatePanelProps {
  readonly draft: ImportDraft
  readonly row: PreviewRow | null
  /** Duplicates nobody has settled yet, in the whole file. */
  readonly waiting: number
  readonly strategy: ImportDraft['strategy']
  readonly onDecide: (row: PreviewRow, decision: Decision, kept: readonly string[] | null) => void
  readonly onPrevious: (() => void) | null
  readonly onNext: (() => void) | null
}

/** A row of the file beside the record it may be the same as, to be settled by someone who knows. */
export function DuplicatePanel({ draft, row, waiting, strategy, onDecide, onPrevious, onNext }: DuplicatePanelProps) {
  const { t } = useTranslation()
  return (
    <aside className="import-panel" aria-label={t('imports.duplicates')}>
      <div className="import-panel-body" aria-live="polite">
        {row?.duplicate ? (
          <Comparison
            draft={draft}
            row={row}
            duplicate={row.duplicate}
            strategy={strategy}
            onDecide={(decision, kept) => onDecide(row, decision, kept)}
            key={row.line}
          />
        ) : (
          <p className="t3">{t('imports.pickDuplicate')}</p>
        )}
      </div>
      <footer className="row">
        <span className="t3 tab">{t('imports.waiting', { count: waiting })}</span>
        <span className="end row">
          <ActionIcon aria-label={t('imports.previousDuplicate')} disabled={!onPrevious} onClick={() => onPrevious?.()}>
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon aria-label={t('imports.nextDuplicate')} disabled={!onNext} onClick={() => onNext?.()}>
            <IconArrowDown size={16} />
          </ActionIcon>
        </span>
      </footer>
    </aside>
  )
}

interface ComparisonProps {
  readonly draft: ImportDraft
  readonly row: PreviewRow
  readonly duplicate: NonNullable<PreviewRow['duplicate']>
  readonly strategy: ImportDraft['strategy']
  readonly onDecide: (decision: Decision, kept: readonly string[] | null) => void
}

function Comparison({ draft, row, duplicate, strategy, onDecide }: ComparisonProps) {
  const { t } = useTranslation()
  const reasonWord = useReasonWord()
  const fieldWord = useFieldWord()
  const cellWords = useCellWords(draft.fields)
  const { id } = duplicate
  const record = useRecord({
    queryKey: ['imports', 'matched', draft.kind, id, row.recordId],
    queryFn: () => (id === null ? {} : readMatched(draft.kind, id, row.recordId)),
    enabled: id !== null,
  })
  const known: RecordValues = record.data ?? {}
  const inFile = new Map(row.cells.map((cell) => [cell.field, cell.text]))
  const others = row.cells.map(({ field }) => field).filter((field) => field in known)
  const fields = [...new Set([...compared[draft.kind], ...others])].filter(
    (field) => inFile.has(field) && (inFile.get(field) || known[field]),
  )
  const [chosen, setChosen] = useState<Readonly<Record<string, 'here' | 'there'>>>({})
  const name = useId()
  const word = (field: string, text: string) => (field === 'phone' ? phones(text) : cellWords(field, text))

  const differs = (field: string) =>
    record.isSuccess && fold(word(field, known[field] ?? '')) !== fold(word(field, inFile.get(field) ?? ''))
  /** What is missing is filled in; of two values, the one that the whole import would take, until told otherwise. */
  const sideOf = (field: string): 'here' | 'there' => {
    if (!inFile.get(field) || !differs(field)) return 'here'
    if (row.kept.includes(field)) return chosen[field] ?? 'here'
    return chosen[field] ?? (!known[field] || (row.strategy ?? strategy) === 'update' ? 'there' : 'here')
  }
  const kept = fields.filter((field) => differs(field) && sideOf(field) === 'here')

  return (
    <>
      <h2 className="h3">
        {t('imports.duplicateTitle', { line: row.line, level: t(`imports.level.${duplicate.level}`) })}
      </h2>
      <p className="hint">{sentence(duplicate.reasons.map(reasonWord))}</p>
      {id === null ? (
        <p className="import-other">{t('imports.inFile', { line: duplicate.line ?? '', label: duplicate.label })}</p>
      ) : (
        <table className="import-compare" aria-busy={record.isPending}>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{t('imports.field.name')}</span>
              </th>
              <th scope="col">{t('imports.here')}</th>
              <th scope="col">{t('imports.there')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => {
              const side = (which: 'here' | 'there', text: string) => (
                <td>
                  <label className="import-side">
                    <input
                      type="radio"
                      aria-label={t(`imports.side.${which}`, {
                        field: fieldWord(field),
                        value: text || t('imports.emptyValue'),
                      })}
                      name={`${name} ${field}`}
                      checked={sideOf(field) === which}
                      disabled={!differs(field) || (which === 'there' && !inFile.get(field))}
                      onChange={() => setChosen({ ...chosen, [field]: which })}
                    />
                    <span>{text || <span className="t3">{t('imports.emptyValue')}</span>}</span>
                  </label>
                </td>
              )
              return (
                <tr key={field} data-differs={differs(field) || undefined}>
                  <th scope="row">{fieldWord(field)}</th>
                  {side('here', word(field, known[field] ?? ''))}
                  {side('there', word(field, inFile.get(field) ?? ''))}
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {id === null ? null : <p className="hint">{t('imports.sameHint', { label: duplicate.label })}</p>}
      <div className="import-decide">
        {row.decision ? <p className="semi">{t(`imports.decided.${row.decision}`)}</p> : null}
        {id === null && duplicate.level === 'same' ? null : (
          <>
            <Button
              variant="filled"
              leftSection={<IconGitMerge size={15} />}
              onClick={() => onDecide('same', record.isSuccess ? kept : null)}
            >
              {t('imports.same')}
            </Button>
            {duplicate.reasons.includes('sameNumber') ? null : (
              <Button onClick={() => onDecide('different', null)}>{t(`imports.different.${draft.kind}`)}</Button>
            )}
          </>
        )}
        <Button variant="subtle" onClick={() => onDecide('ignore', null)}>
          {t('imports.ignore')}
        </Button>
      </div>
    </>
  )
}

const ofThings = ['sameNumber', 'sameName', 'sameSiren', 'sameSiret', 'sameCode'] as const

function useReasonWord(): (reason: string) => string {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  return (reason) => {
    const own = ofThings.find((one) => one === reason)
    return own ? t(`imports.reason.${own}`) : choice('duplicateReason', reason)
  }
}

function phones(text: string): string {
  return text
    .split('; ')
    .map((one) => (one.startsWith('+') ? formatPhone(one) : one))
    .join(', ')
}

/** Words that each begin a line elsewhere, one after the other. */
function sentence([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((word) => word.charAt(0).toLowerCase() + word.slice(1))].join(', ')
}
