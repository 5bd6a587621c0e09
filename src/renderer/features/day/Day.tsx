import { SegmentedControl } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayItem, DayRecord } from '../../../shared/features/day'
import { type DayAxis, dayAxes } from '../../../shared/rules/day'
import { contactAttemptResults } from '../../../shared/rules/values'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { ErrorState } from '../../ui/ErrorState'
import { PageHeader } from '../../ui/PageHeader'
import { AddTask } from './AddTask'
import { Appointments } from './Appointments'
import { today, useDayDates } from './day-dates'
import { type Closable, topOf, rowHeight, headHeight } from './day-layout'
import { DayList } from './DayList'
import { DayPanel } from './DayPanel'
import { Legend } from './Legend'
import { NothingWaits } from './NothingWaits'
import { useChoice } from './use-choice'
import { useDayActs } from './use-day-acts'
import { type DayKeys, useDayKeys } from './use-day-keys'
import { useDayLines } from './use-day-lines'
import './day.css'

interface DayProps {
  readonly onOpen: (record: DayRecord) => void
}

/** Ma journée: the queue at left, the line one is on at right, one key for each act. */
export function Day({ onOpen }: DayProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const dates = useDayDates()
  const [who, setWho] = useState<'mine' | 'everyone'>('mine')
  const [axis, setAxis] = useState<DayAxis | null>(null)
  const [opened, setOpened] = useState<ReadonlySet<Closable>>(new Set())
  const [snoozing, setSnoozing] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const region = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLElement>(null)
  const answers = useRef<HTMLDivElement>(null)
  const lines = useDayLines({ who, axis }, opened, scroller)
  const { index, item, choose } = useChoice(lines)
  const acts = useDayActs()
  const detail = useQuery('day.get', { key: item?.key ?? '' }, { enabled: item !== null, keepPrevious: true }).data
  const shown = item === null ? null : (detail ?? null)

  function open(one: DayItem | null): void {
    if (one?.opens) onOpen(one.opens)
  }
  function act(one: DayItem): void {
    if (one.act === 'finish') acts.finish(one)
    else if (one.act === 'call') answers.current?.querySelector('button')?.focus()
    else open(one)
  }
  function move(step: 1 | -1): void {
    const next = Math.max(0, Math.min(index + step, lines.count - 1))
    choose(next)
    reveal(scroller.current, topOf(lines.blocks, next))
    focusLine(scroller.current, next)
  }
  function toggle(group: Closable): void {
    setOpened((before) => {
      const after = new Set(before)
      if (!after.delete(group)) after.add(group)
      return after
    })
  }
  useArrival(scroller, item !== null)
  const keys: DayKeys = {
    move,
    open: () => open(item),
    call: () => answers.current?.querySelector('button')?.focus(),
    snooze: () => item && (item.snoozedUntil === null ? setSnoozing(item.key) : acts.unsnooze(item)),
    finish: () => item?.reason === 'task' && acts.finish(item),
    add: () => setAdding(true),
    answer(place) {
      const result = contactAttemptResults[place]
      if (result && shown?.key === item?.key && shown?.callOn) acts.noteCall(shown, result)
    },
  }
  // what opened takes the focus a moment later: what is typed meanwhile is for it
  useDayKeys(region, adding || snoozing !== null ? null : keys)

  return (
    <div className="day" ref={region}>
      <PageHeader
        title={t('day.title')}
        detail={dates.whole(today())}
        acts={<AddTask opened={adding} onOpened={setAdding} onAdd={acts.add} />}
      />
      <div className="day-bar">
        <Axes counts={lines.page?.axes} waiting={lines.page?.waiting} axis={axis} onAxis={setAxis} />
        <SegmentedControl
          className="end"
          aria-label={t('day.whose')}
          value={who}
          onChange={setWho}
          data={[
            { value: 'mine', label: t('day.who.mine') },
            { value: 'everyone', label: t('day.who.everyone') },
          ]}
        />
      </div>
      {lines.problem && !lines.page ? (
        <ErrorState title={t('day.failed')} body={words(lines.problem)} onRetry={lines.retry} />
      ) : (
        <div className="day-body">
          <DayList
            scroller={scroller}
            lines={lines}
            chosen={index}
            snoozing={snoozing}
            onToggle={toggle}
            onChoose={choose}
            onOpen={open}
            onAct={act}
            onFinish={acts.finish}
            onSnoozing={setSnoozing}
            onSnooze={acts.snooze}
            onUnsnooze={acts.unsnooze}
          >
            <NothingWaits page={lines.page} axis={axis} onLater={() => toggle('later')} />
          </DayList>
          <aside className="day-panel" aria-label={t('day.panel')}>
            <div className="day-panel-body">
              {shown ? (
                <DayPanel
                  item={shown}
                  answers={answers}
                  onCalled={(result) => acts.noteCall(shown, result)}
                  onOpen={() => open(shown)}
                />
              ) : (
                <p className="day-nothing t3">{lines.page ? t('day.nothingChosen') : null}</p>
              )}
              <Appointments who={who} onOpen={onOpen} />
            </div>
            <Legend />
          </aside>
        </div>
      )}
    </div>
  )
}

interface AxesProps {
  readonly counts: Readonly<Record<DayAxis, number>> | undefined
  readonly waiting: number | undefined
  readonly axis: DayAxis | null
  readonly onAxis: (axis: DayAxis | null) => void
}

/** The parts of the day, with what waits in each; one where nothing does stays, so that it can be looked at. */
function Axes({ counts, waiting, axis, onAxis }: AxesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const tab = (value: DayAxis | 'all', name: string, count: number | undefined) => ({
    value,
    label: (
      <span className="day-tab">
        {name} {count === undefined || count === 0 ? null : <span className="count">{format.number(count)}</span>}
      </span>
    ),
  })
  return (
    <SegmentedControl<DayAxis | 'all'>
      aria-label={t('day.axes')}
      value={axis ?? 'all'}
      onChange={(value) => onAxis(value === 'all' ? null : value)}
      data={[
        tab('all', t('day.all'), waiting),
        ...dayAxes.map((code) => tab(code, t(`day.axis.${code}`), counts?.[code])),
      ]}
    />
  )
}

/** One arrives on the first line, so that the keys answer at once; nothing is taken from whoever is typing. */
function useArrival(scroller: React.RefObject<HTMLElement | null>, ready: boolean): void {
  const arrived = useRef(false)
  useEffect(() => {
    if (!ready || arrived.current) return
    arrived.current = true
    if (document.activeElement?.closest('input, textarea, [role="dialog"]')) return
    focusLine(scroller.current, 0)
  }, [scroller, ready])
}

/** Brings a line into sight, its head with it when it is the first. */
function reveal(scroller: HTMLElement | null, top: number): void {
  if (!scroller) return
  if (top - headHeight < scroller.scrollTop) scroller.scrollTop = top - headHeight
  else if (top + rowHeight > scroller.scrollTop + scroller.clientHeight && scroller.clientHeight > 0)
    scroller.scrollTop = top + rowHeight - scroller.clientHeight
}

/** Once it is drawn: the keyboard stays on the line one is on. */
function focusLine(scroller: HTMLElement | null, index: number): void {
  requestAnimationFrame(() =>
    scroller?.querySelector<HTMLElement>(`[aria-posinset="${index + 1}"] [data-line]`)?.focus({ preventScroll: true }),
  )
}
