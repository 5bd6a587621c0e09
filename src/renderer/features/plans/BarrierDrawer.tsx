import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Barrier } from '../../../shared/features/plans'
import { type BarrierKind, type BarrierOutcome, barrierKinds, barrierOutcomes } from '../../../shared/rules/coaching'
import { ask } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useChoiceLabel } from '../../i18n/choices'
import { today } from '../../today'
import { useTold } from '../../told'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'
import { FreeTextField } from '../../ui/FreeTextField'
import type { PlanUpdates } from './use-plan-updates'

interface BarrierDrawerProps {
  readonly personId: string
  /** Null for a new one. */
  readonly barrier: Barrier | null
  readonly updates: PlanUpdates
  readonly onClose: () => void
}

/** A barrier: what it is, since when; and, once it is over, how it ended. */
export function BarrierDrawer({ personId, barrier, updates, onClose }: BarrierDrawerProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const [kind, setKind] = useState<BarrierKind | null>(barrier?.kind ?? null)
  const [openedOn, setOpenedOn] = useState<string | null>(barrier?.openedOn ?? today())
  const [closedOn, setClosedOn] = useState<string | null>(barrier?.closedOn ?? null)
  const [outcome, setOutcome] = useState<BarrierOutcome | null>(barrier?.outcome ?? null)
  const [note, setNote] = useState(barrier?.note ?? '')
  const early = openedOn !== null && openedOn > today()
  const wrongEnd = closedOn !== null && (closedOn > today() || (openedOn !== null && closedOn < openedOn))
  const withoutOutcome = closedOn !== null && outcome === null

  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    if (kind === null || openedOn === null || early || wrongEnd || withoutOutcome) return false
    const said = { kind, openedOn, note: note.trim() || null }
    if (barrier === null) {
      await ask('plans.openBarrier', { personId, ...said })
      told.done(t('plans.barrierAdded', { name: label('barrierKind', kind) }))
      return true
    }
    const after = { ...said, closedOn, outcome: closedOn === null ? null : outcome }
    const { id: _id, version: _version, personId: _personId, ...before } = barrier
    return updates.barrier(barrier, changedFields(before, after))
  }

  const title = barrier === null ? t('plans.addBarrier') : t('plans.editBarrier')
  return (
    <FormDrawer {...drawer} label={title} className="stack">
      <ChoiceChips
        single
        label={t('plans.kind')}
        choices={barrierKinds.map((code) => ({ code, label: label('barrierKind', code) }))}
        value={kind === null ? [] : [kind]}
        onChange={([chosen]) => setKind(chosen ?? null)}
      />
      {asked && kind === null ? <p className="field-error">{t('plans.kindNeeded')}</p> : null}
      <DateField
        label={t('plans.openedOn')}
        error={early ? t('plans.notYet') : asked && openedOn === null ? t('plans.dayNeeded') : null}
        value={openedOn}
        onChange={setOpenedOn}
      />
      {barrier === null ? null : (
        <>
          <DateField
            label={t('plans.closedOn')}
            optional
            error={wrongEnd ? t('plans.closesWrong') : null}
            value={closedOn}
            onChange={setClosedOn}
          />
          {closedOn === null ? null : (
            <Select
              label={t('plans.outcome')}
              error={asked && withoutOutcome ? t('plans.outcomeNeeded') : null}
              data={barrierOutcomes.map((code) => ({ value: code, label: label('barrierOutcome', code) }))}
              value={outcome}
              onChange={(code) => setOutcome(code as BarrierOutcome | null)}
            />
          )}
        </>
      )}
      <FreeTextField label={t('plans.note')} optional value={note} onChange={setNote} />
    </FormDrawer>
  )
}
