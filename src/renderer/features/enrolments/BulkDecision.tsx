import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import type { EnrolmentStage } from '../../../shared/rules/enrolment-stages'
import { type OutputOf, ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { useActWords } from './act-words'
import { BulkPreview } from './BulkPreview'
import { Places } from './Places'
import { placesAfter } from './places-after'
import { type StageDecision, commonStages, isDayWrong, missingFrom, newDecision, toInput } from './stage-decision'
import { StageFields } from './StageFields'
import './enrolments.css'

interface BulkDecisionProps {
  readonly cohortId: string
  /** In the order that a waiting list would take. */
  readonly ids: readonly string[]
  /** The decision it opens on. */
  readonly to?: EnrolmentStage | null
  /** Gives those who were moved, to be told of it; null when nothing was decided. */
  readonly onClose: (moved: readonly string[] | null) => void
}

/** One decision for several people: who moves from where to where, and what is left of the places, before it is taken. */
export function BulkDecision({ cohortId, ids, to = null, onClose }: BulkDecisionProps) {
  const cohort = useQuery('enrolments.ofCohort', { cohortId }, { keepPrevious: true }).data
  if (!cohort) return null
  const rows = ids.flatMap((id) => cohort.rows.find((row) => row.id === id) ?? [])
  return <Deciding cohortId={cohortId} cohort={cohort} rows={rows} to={to} onClose={onClose} />
}

interface DecidingProps extends Omit<BulkDecisionProps, 'ids'> {
  readonly rows: readonly EnrolmentRow[]
  readonly cohort: OutputOf<'enrolments.ofCohort'>
}

function Deciding({ cohortId, cohort, rows, to = null, onClose }: DecidingProps) {
  const { t } = useTranslation()
  const act = useActWords()
  const stages = commonStages(rows)
  const [decision, setDecision] = useState<StageDecision | null>(() =>
    to !== null && stages.includes(to) ? newDecision(to) : null,
  )
  const [tried, setTried] = useState(false)
  const { saving, save } = useBulkMove(cohortId, rows, onClose)
  const [first] = rows
  const since = rows.reduce((latest, { stageSince }) => (stageSince > latest ? stageSince : latest), '')
  const missing = decision && first ? missingFrom(first.stage, decision) : []
  const dayWrong = decision !== null && isDayWrong(since, decision)

  function confirm(): void {
    setTried(true)
    if (decision && missing.length === 0 && !dayWrong) void save(decision)
  }

  return (
    <Modal
      opened
      size={620}
      onClose={() => onClose(null)}
      title={t('enrolments.bulkTitle', { count: rows.length })}
      closeOnClickOutside={!saving}
      closeOnEscape={!saving}
    >
      <div className="bulk">
        {stages.length === 0 || !first ? (
          <Banner tone="info">{t('enrolments.noCommonStage')}</Banner>
        ) : (
          <ChoiceChips
            single
            label={t('enrolments.decision')}
            choices={stages.map((code) => ({ code, label: act(first.stage, code) }))}
            value={decision ? [decision.to] : []}
            onChange={([stage]) => {
              setTried(false)
              setDecision(
                stage === undefined ? null : { ...newDecision(stage), on: decision?.on ?? newDecision(stage).on },
              )
            }}
          />
        )}
        {decision && first ? (
          <>
            <StageFields
              from={first.stage}
              since={since}
              decision={decision}
              missing={tried ? missing : []}
              dayWrong={tried && dayWrong}
              onChange={setDecision}
            />
            <Places places={placesAfter(cohort, new Set(rows.map(({ id }) => id)), decision.to)} />
            <BulkPreview rows={rows} to={decision.to} firstRank={cohort.places.waiting + 1} />
          </>
        ) : null}
      </div>
      <div className="dialog-acts">
        <Button variant="subtle" disabled={saving} onClick={() => onClose(null)} data-autofocus>
          {t('enrolments.decideNothing')}
        </Button>
        <Button variant="filled" disabled={decision === null} loading={saving} onClick={confirm}>
          {t('enrolments.moveAll', { count: rows.length })}
        </Button>
      </div>
    </Modal>
  )
}

function useBulkMove(cohortId: string, rows: readonly EnrolmentRow[], onClose: BulkDecisionProps['onClose']) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const [saving, setSaving] = useState(false)

  async function save(decision: StageDecision): Promise<void> {
    setSaving(true)
    try {
      const ids = rows.map(({ id }) => id)
      const { moved } = await ask('enrolments.bulkMove', {
        cohortId,
        ids,
        expected: ids.length,
        ...toInput(decision),
      })
      told.done(t('enrolments.movedAll', { count: moved, stage: label('enrolmentStage', decision.to) }))
      onClose(ids)
    } catch (problem) {
      told.failed(problem)
      setSaving(false)
    }
  }

  return { saving, save }
}
