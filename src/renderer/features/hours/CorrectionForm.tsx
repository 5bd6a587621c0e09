import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldConflict } from '../../../shared/endpoint'
import type { CorrectionTarget, StatementLine } from '../../../shared/features/hours'
import { ask } from '../../api'
import { useAmounts } from '../../i18n/amounts'
import { useTold } from '../../told'
import { ConflictDialog } from '../../ui/ConflictDialog'
import { FreeTextField } from '../../ui/FreeTextField'
import { useFirstFocus } from '../../ui/use-first-focus'
import { useLineWords } from './use-line-words'

/** Hours of a validated month put right: from what to what, and why. */
export function CorrectionForm({ line, onClose }: { line: StatementLine; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const first = useFirstFocus<HTMLInputElement>()
  const amounts = useAmounts()
  const what = useLineWords()
  const [typed, setTyped] = useState(String(line.minutes))
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [conflicts, setConflicts] = useState<readonly FieldConflict[]>([])
  const minutes = /^\d{1,4}$/u.test(typed) ? Number(typed) : null
  const wrong = minutes === null || minutes > 1440
  const same = minutes === line.minutes

  async function save(from: number): Promise<void> {
    setAsked(true)
    if (wrong || same || minutes === null || reason.trim() === '') return
    try {
      const answer = await ask('hours.correct', { target: targetOf(line), minutes, reason, from })
      if (answer.outcome === 'conflict') return setConflicts(answer.conflicts)
      onClose()
      told.done(t('hours.corrected'))
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <form
      className="stack correction"
      noValidate
      aria-label={t('hours.correctLine', { what: what(line) })}
      onSubmit={(event) => {
        event.preventDefault()
        void save(line.minutes)
      }}
    >
      <h3 className="h3">{t('hours.correctLine', { what: what(line) })}</h3>
      <TextInput
        label={t('hours.newMinutes')}
        description={t('hours.wasMinutes', { hours: amounts.minutes(line.minutes) })}
        inputMode="numeric"
        ref={first}
        value={typed}
        error={asked ? (wrong ? t('hours.wrongMinutes') : same ? t('hours.sameMinutes') : null) : null}
        onChange={(event) => setTyped(event.currentTarget.value.trim())}
      />
      <FreeTextField
        label={t('hours.reason')}
        value={reason}
        onChange={setReason}
        error={asked && reason.trim() === '' ? t('hours.reasonNeeded') : null}
      />
      <div className="row">
        <Button size="xs" type="submit">
          {t('hours.saveCorrection')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
      <ConflictDialog
        conflicts={conflicts}
        fieldLabel={() => t('hours.newMinutes')}
        onCancel={() => setConflicts([])}
        onResolve={(mine) => {
          const theirs = conflicts[0]?.theirs
          setConflicts([])
          if (mine.size > 0 && typeof theirs === 'number') void save(theirs)
          else onClose()
        }}
      />
    </form>
  )
}

function targetOf({ kind, id, workshopId, personId, halfDay }: StatementLine): CorrectionTarget {
  if (kind === 'individual' || workshopId === null || halfDay === null) return { kind: 'session', sessionId: id }
  return { kind: 'attendance', workshopId, personId, halfDay }
}
