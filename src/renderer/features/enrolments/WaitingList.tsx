import { Button } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { NothingFound } from '../../ui/EmptyState'
import { PersonName } from '../../ui/PersonName'
import { Mean } from './Mean'
import { joined, listedName } from './names'
import { useRank } from './use-rank'
import { WaitingRank } from './WaitingRank'

interface WaitingListProps {
  /** By rank; some of them when the list is narrowed. */
  readonly rows: readonly EnrolmentRow[]
  readonly last: number
  readonly onOpen: (id: string) => void
  /** Null while no place is free. */
  readonly onOffer: (() => void) | null
}

/** Who waits for a place, in order: by drag, by buttons, or with Alt and an arrow. */
export function WaitingList({ rows, last, onOpen, onOffer }: WaitingListProps) {
  const { t } = useTranslation()
  const place = useRank()
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<EnrolmentRow | null>(null)
  const [over, setOver] = useState<string | null>(null)
  if (rows.length === 0)
    return <NothingFound title={t('enrolments.nobodyWaits')} body={t('enrolments.nobodyWaitsBody')} />

  function onKeyDown(row: EnrolmentRow, event: React.KeyboardEvent): void {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (way === undefined || row.rank === null) return
    event.preventDefault()
    if (event.altKey) {
      const to = row.rank + way
      if (to >= 1 && to <= last) void place(row, to)
      return
    }
    const next = rows[rows.indexOf(row) + way]
    if (next) list.current?.querySelector<HTMLElement>(`[data-waiting="${CSS.escape(next.id)}"]`)?.focus()
  }

  function drop(target: EnrolmentRow): void {
    setOver(null)
    if (dragged && target.rank !== null && dragged.id !== target.id) void place(dragged, target.rank)
  }

  return (
    <div className="waiting">
      <p className="hint" id="waiting-help">
        {t('enrolments.waitingHelp')}
      </p>
      <ol ref={list} aria-label={t('enrolments.waitingList')}>
        {rows.map((row) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the drag is the pointer's way; the buttons and the keys do the same
          <li
            key={row.id}
            draggable
            data-over={over === row.id || undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', listedName(row))
              setDragged(row)
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (!dragged) return
              event.preventDefault()
              setOver(row.id)
            }}
            onDrop={(event) => {
              event.preventDefault()
              drop(row)
            }}
          >
            <IconGripVertical size={16} className="waiting-grip" />
            <Line row={row} onOpen={onOpen} onKeyDown={(event) => onKeyDown(row, event)} />
            <WaitingRank row={row} last={row.rank === last} />
            {row.rank === 1 && onOffer ? (
              <Button size="xs" onClick={onOffer}>
                {t('enrolments.offer')}
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

interface LineProps {
  readonly row: EnrolmentRow
  readonly onOpen: (id: string) => void
  readonly onKeyDown: (event: React.KeyboardEvent) => void
}

function Line({ row, onOpen, onKeyDown }: LineProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const qpv = row.qpvState === 'in' ? row.qpvCode : label('qpvState', row.qpvState)
  return (
    <button
      type="button"
      className="waiting-line"
      data-waiting={row.id}
      aria-describedby="waiting-help"
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      onClick={() => onOpen(row.id)}
      onKeyDown={onKeyDown}
    >
      <span className="semi">
        <PersonName lastName={row.lastName} firstName={row.firstName} />
      </span>
      <span className="t3">
        {joined([row.communeName, qpv, t('enrolments.waitsSince', { day: format.day(row.stageSince) })])}
      </span>
      <Mean review={row.review} />
    </button>
  )
}
