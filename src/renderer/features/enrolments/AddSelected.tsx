import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '../../../shared/features/lists'
import { mostEnrolledAtOnce } from '../../../shared/rules/enrolment-stages'
import { ask } from '../../api'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'
import { useStart } from './StartFields'

interface AddSelectedProps {
  /** People of the list. */
  readonly selection: Selection
  readonly count: number
  readonly onClose: () => void
}

/** Those selected in the list of people join a cohort: all who applied through one form, say, once they are imported. */
export function AddSelected({ selection, count, onClose }: AddSelectedProps) {
  const { t } = useTranslation()
  const told = useTold()
  const { start, fields } = useStart()
  const [cohort, setCohort] = useState<PickerOption | null>(null)
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const tooMany = count > mostEnrolledAtOnce

  async function save(): Promise<void> {
    setAsked(true)
    if (cohort === null || start === null) return
    setSaving(true)
    try {
      const { ids, there } = await ask('enrolments.addSelected', { ...start, cohortId: cohort.id, selection })
      const added = t('enrolments.added', { count: ids.length })
      told.done(there === 0 ? added : t('enrolments.addedAndThere', { added, count: there }))
      onClose()
    } catch (problem) {
      told.failed(problem)
      setSaving(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('enrolments.toCohortTitle', { count })} size={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="dialog-body">
          {tooMany ? <Banner tone="warn">{t('enrolments.tooMany')}</Banner> : null}
          <RecordPicker
            label={t('enrolments.cohort')}
            placeholder={t('enrolments.cohortHint')}
            value={cohort}
            error={asked && cohort === null ? t('enrolments.cohortMissing') : null}
            search={findCohorts}
            onChange={setCohort}
          />
          {fields}
        </div>
        <div className="dialog-acts">
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="filled" type="submit" loading={saving} disabled={tooMany}>
            {t('enrolments.addCount', { count })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

async function findCohorts(text: string): Promise<PickerOption[]> {
  const cohorts = await ask('cohorts.list', { text })
  return cohorts.map(({ id, name, programmeName }) => ({ id, label: name, detail: programmeName }))
}
