import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayItem, DayRecord } from '../../../shared/features/day'
import type { DayAxis } from '../../../shared/rules/day'
import { contactAttemptResults } from '../../../shared/rules/values'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { ErrorState } from '../../ui/ErrorState'
import { PageHeader } from '../../ui/PageHeader'
import { AddTask } from './AddTask'
import { today } from '../../today'
import { useDayDates } from './day-dates'
import { type Closable, topOf } from './day-layout'
import { DayAside } from './DayAside'
import { DayBar } from './DayBar'
import { DayList } from './DayList'
import { focusLine, reveal, useArrival, useCall, useReturn } from './line-focus'
import { NothingWaits } from './NothingWaits'
import { useChoice } from './use-choice'
import { useDayActs } from './use-day-acts'
import { type DayKeys, useDayKeys } from './use-day-keys'
import { useDayLines } from './use-day-lines'
import './day.css'

interface DayProps {
  readonly axes: readonly DayAxis[]
  readonly onOpen: (record: DayRecord) => void
  /** To the message that a landlord waits for. */
  readonly onTell: (referralId: string) => void
  /** To the agreement that is to be asked for again. */
  readonly onRenew: (record: DayRecord) => void
}

/** Ma journée: the queue at left, the line one is on at right, one key for each act. */
export function Day({ axes, onOpen, onTell, onRenew }: DayProps) {
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
  const { index, item, key, choose } = useChoice(lines)
  const acts = useDayActs()
  const detail = useQuery('day.get', { key: key ?? '' }, { enabled: key !== null, keepPrevious: true }).data
  const shown = key === null ? null : (detail ?? null)
  const call = useCall(answers, shown?.key ?? null)

  function open(one: DayItem | null): void {
    if (one?.opens && one.act === 'tell') onTell(one.opens.id)
    else if (one?.opens && one.reason === 'consentRenewal') onRenew(one.opens)
    else if (one?.opens) onOpen(one.opens)
  }
  function act(one: DayItem): void {
    if (one.act === 'finish') acts.finish(one)
    else if (one.act === 'call') call(one.key)
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
  const toLine = useReturn(scroller, index, `${item?.key} ${snoozing}`)
  const keys: DayKeys = {
    move,
    open: () => open(item),
    call: () => item && call(item.key),
    snooze: () => item && (item.snoozedUntil === null ? setSnoozing(item.key) : acts.unsnooze(item)),
    finish: () => item?.reason === 'task' && acts.finish(item),
    add: () => setAdding(true),
    back: () => focusLine(scroller.current, index),
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
        acts={<AddTask opened={adding} onOpened={setAdding} onClosed={toLine} onAdd={acts.add} />}
      />
      <DayBar page={lines.page} axes={axes} axis={axis} onAxis={setAxis} who={who} onWho={setWho} />
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
          <DayAside
            item={shown}
            nothing={lines.page !== undefined && key === null}
            who={who}
            answers={answers}
            onCalled={acts.noteCall}
            onOpen={onOpen}
          />
        </div>
      )}
    </div>
  )
}
