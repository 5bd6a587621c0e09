import { Button, Modal, NumberInput, SegmentedControl } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '../../../shared/features/lists'
import { type OutputOf, ask, useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { DateField } from '../../ui/DateField'
import { today } from './due-words'

interface PostponeDialogProps {
  readonly selection: Selection
  readonly count: number
  readonly onClose: () => void
  readonly onDone: () => void
}

const shown = 6

/** Puts tasks off together; before it is written, each is shown with the day it leaves and the day it takes. */
export function PostponeDialog({ selection, count, onClose, onDone }: PostponeDialogProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const told = useTold()
  const howId = useId()
  const [way, setWay] = useState<'by' | 'to'>('by')
  const [workingDays, setWorkingDays] = useState(1)
  const [on, setOn] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const past = on !== null && on < today()
  const ready = way === 'by' || (on !== null && !past)
  const to = way === 'by' || on === null ? { workingDays } : { on }
  const preview = useQuery('tasks.previewPostpone', { selection, to }, { keepPrevious: true, enabled: ready })

  async function write(): Promise<void> {
    setSaving(true)
    try {
      const { changed } = await ask('tasks.postpone', { selection, to })
      told.done(t('tasks.postponed', { count: changed }))
      onDone()
      onClose()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('tasks.postponeTitle', { count })} closeOnEscape={!saving}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !saving) void write()
        }}
      >
        <div className="dialog-body task-postpone">
          <span id={howId} className="vh">
            {t('tasks.postponeHow')}
          </span>
          <SegmentedControl
            aria-labelledby={howId}
            data={[
              { value: 'by', label: t('tasks.postponeBy') },
              { value: 'to', label: t('tasks.postponeTo') },
            ]}
            value={way}
            onChange={(chosen) => setWay(chosen === 'to' ? 'to' : 'by')}
          />
          {way === 'by' ? (
            <NumberInput
              label={t('tasks.workingDays')}
              description={t('tasks.workingDaysHint')}
              min={1}
              max={260}
              clampBehavior="strict"
              allowDecimal={false}
              value={workingDays}
              onChange={(value) => setWorkingDays(typeof value === 'number' && value > 0 ? value : 1)}
              data-autofocus
            />
          ) : (
            <DateField
              label={t('tasks.postponeDay')}
              error={past ? t('tasks.postponeDayPast') : null}
              value={on}
              onChange={setOn}
            />
          )}
          {preview.error ? <Banner tone="danger">{words(preview.error)}</Banner> : null}
          {ready && preview.data ? <Moves postponed={preview.data} /> : null}
        </div>
        <div className="dialog-acts">
          <Button variant="subtle" onClick={onClose} disabled={saving}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="filled" loading={saving} disabled={!ready || preview.data?.changed === 0}>
            {t('tasks.postpone')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** From which day to which, for the first of them; the rest is counted. */
function Moves({ postponed }: { postponed: OutputOf<'tasks.previewPostpone'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { changed, kept, moves } = postponed
  const more = changed - Math.min(changed, shown)
  return (
    <div aria-live="polite">
      <p className="med">{changed === 0 ? t('tasks.postponeNone') : t('tasks.postponeCount', { count: changed })}</p>
      <ul className="task-moves">
        {moves.slice(0, shown).map(({ id, title, before, after }) => (
          <li key={id}>
            <span className="cut">{title}</span>
            <span className="tab nowrap">
              {before === null ? t('tasks.noDay') : format.shortDay(before)} → <b>{format.shortDay(after)}</b>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="t3">{t('tasks.postponeMore', { count: more })}</p> : null}
      {kept > 0 ? <p className="t3">{t('tasks.postponeKept', { count: kept })}</p> : null}
    </div>
  )
}
