import { Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoachLoad, HandOverLine } from '../../../shared/features/supports'
import { ask, useQuery } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { today } from '../../today'
import { useTold } from '../../told'
import { DateField } from '../../ui/DateField'
import { PersonName } from '../../ui/PersonName'
import './supports.css'

/** A caseload passes to another coach: who goes on, with a note each, seen whole before anything is written. */
export function HandOver({ from, onClose }: { from: CoachLoad; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const members = useQuery('members.list', {}).data ?? []
  const [toId, setToId] = useState<string | null>(null)
  const [on, setOn] = useState<string | null>(today)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const preview = useQuery(
    'supports.previewHandOver',
    { fromId: from.coachId, toId: toId ?? '' },
    { keepPrevious: true },
  ).data
  const lines = preview ?? []
  const chosen = lines.filter(({ supportId }) => !left.has(supportId))
  const early = on !== null && (on > today() || chosen.some(({ startedOn }) => startedOn > on))
  const to = members.find(({ id }) => id === toId)

  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    if (toId === null || on === null || early || chosen.length === 0) return false
    const asking = chosen.map(({ supportId }) => ({ supportId, note: notes[supportId]?.trim() || null }))
    const done = await ask('supports.handOver', { fromId: from.coachId, toId, on, lines: asking })
    told.done(t('supports.handedOver', { count: done.goneOn + done.ended, name: to?.name ?? '' }))
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={t('supports.handOverOf', { name: from.coachName })}
      over={t('supports.handOver')}
      title={from.coachName}
      under={<span className="t2">{t('supports.spells', { count: lines.length })}</span>}
      verb={t('supports.handOverCount', { count: chosen.length })}
      still={chosen.length === 0}
      className="stack"
    >
      <Select
        label={t('supports.toWhom')}
        error={asked && toId === null ? t('supports.coachNeeded') : null}
        data={members
          .filter(({ id, active }) => active && id !== from.coachId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={toId}
        onChange={setToId}
      />
      <DateField
        label={t('supports.onDay')}
        error={early ? t('supports.handOverDay') : asked && on === null ? t('supports.dayNeeded') : null}
        value={on}
        onChange={setOn}
      />
      <p className="hint">{t('supports.handOverHint')}</p>
      <ul className="hand-over">
        {lines.map((line) => (
          <Line
            key={line.supportId}
            line={line}
            toName={to?.name ?? null}
            checked={!left.has(line.supportId)}
            note={notes[line.supportId] ?? ''}
            onCheck={(checked) => setLeft(changedSet(left, line.supportId, !checked))}
            onNote={(note) => setNotes({ ...notes, [line.supportId]: note })}
          />
        ))}
      </ul>
    </FormDrawer>
  )
}

interface LineProps {
  readonly line: HandOverLine
  readonly toName: string | null
  readonly checked: boolean
  readonly note: string
  readonly onCheck: (checked: boolean) => void
  readonly onNote: (note: string) => void
}

function Line({ line, toName, checked, note, onCheck, onNote }: LineProps) {
  const { t } = useTranslation()
  const name = `${line.firstName} ${line.lastName}`.trim()
  return (
    <li>
      <Checkbox
        label={<PersonName lastName={line.lastName} firstName={line.firstName} />}
        checked={checked}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      {checked ? (
        <>
          {line.effect === 'alreadyFollowed' && toName !== null ? (
            <small className="tone-warn">
              <span className="toned">{t('supports.alreadyFollowed', { name: toName })}</span>
            </small>
          ) : null}
          {line.plannedSessions > 0 ? (
            <small>{t('supports.plannedFollow', { count: line.plannedSessions })}</small>
          ) : null}
          <TextInput
            size="xs"
            aria-label={t('supports.noteFor', { name })}
            placeholder={t('supports.handOverNote')}
            autoComplete="off"
            maxLength={500}
            value={note}
            onChange={(event) => onNote(event.currentTarget.value)}
          />
        </>
      ) : (
        <small>{t('supports.stays')}</small>
      )}
    </li>
  )
}

function changedSet(set: ReadonlySet<string>, id: string, inside: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (inside) next.add(id)
  else next.delete(id)
  return next
}
