import { Button, Select } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Barrier } from '../../../shared/features/plans'
import { type BarrierKind, type BarrierOutcome, barrierKinds, barrierOutcomes } from '../../../shared/rules/coaching'
import { ask } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { useChoiceLabel } from '../../i18n/choices'
import { today } from '../../today'
import { useTold } from '../../told'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'
import { Drawer } from '../../ui/Drawer'
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
  const formId = useId()
  const [kind, setKind] = useState<BarrierKind | null>(barrier?.kind ?? null)
  const [openedOn, setOpenedOn] = useState<string | null>(barrier?.openedOn ?? today())
  const [closedOn, setClosedOn] = useState<string | null>(barrier?.closedOn ?? null)
  const [outcome, setOutcome] = useState<BarrierOutcome | null>(barrier?.outcome ?? null)
  const [note, setNote] = useState(barrier?.note ?? '')
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const early = openedOn !== null && openedOn > today()
  const wrongEnd = closedOn !== null && (closedOn > today() || (openedOn !== null && closedOn < openedOn))
  const withoutOutcome = closedOn !== null && outcome === null

  async function save(): Promise<void> {
    setAsked(true)
    if (kind === null || openedOn === null || early || wrongEnd || withoutOutcome) return
    setSaving(true)
    try {
      const said = { kind, openedOn, note: note.trim() || null }
      if (barrier === null) {
        await ask('plans.openBarrier', { personId, ...said })
        told.done(t('plans.barrierAdded', { name: label('barrierKind', kind) }))
      } else {
        const after = { ...said, closedOn, outcome: closedOn === null ? null : outcome }
        const { id: _id, version: _version, personId: _personId, ...before } = barrier
        if (!(await updates.barrier(barrier, changedFields(before, after)))) return
      }
      onClose()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  const title = barrier === null ? t('plans.addBarrier') : t('plans.editBarrier')
  return (
    <Drawer
      label={title}
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={saving}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
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
      </form>
    </Drawer>
  )
}
