import { Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cohort } from '../../../shared/features/cohorts'
import type { Workshop, WorkshopFields } from '../../../shared/features/workshops'
import { addDays, daysBetween } from '../../../shared/rules/days'
import type { FundingShare } from '../../../shared/rules/funding-shares'
import { ask } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { FormSection } from '../../ui/RecordLayout'
import { useWorkshopFieldWords } from './use-field-words'
import { useHolidays } from './use-holidays'
import { WorkshopFormShape, workshopFieldsOf, workshopFormOf, workshopProblem } from './workshop-form'
import { WorkshopFormFields } from './WorkshopFormFields'

interface WorkshopDrawerProps {
  readonly cohort: Cohort
  /** Null for a new one. */
  readonly workshop: Workshop | null
  /** Those of its series that come after it. */
  readonly following: readonly Workshop[]
  readonly onClose: () => void
}

type Scope = 'one' | 'following'
type Fields = Partial<WorkshopFields> & { readonly fundings?: FundingShare[] }

/** A workshop, new or known; of a series, it alone or those that follow too. */
export function WorkshopDrawer({ cohort, workshop, following, onClose }: WorkshopDrawerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const [before] = useState(workshop)
  const [scope, setScope] = useState<Scope>('one')
  const { form, change, first, ...draft } = useDrawerForm({
    key: before === null ? `workshops/new/${cohort.id}` : `workshops/${before.id}`,
    version: before?.version ?? null,
    first: () => workshopFormOf(before, cohort.place ?? ''),
    schema: WorkshopFormShape,
  })
  const { save, dialog } = useWorkshopUpdate(scope, form.trainerOrganisation, before)
  const problem = workshopProblem(form, false)
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })

  async function write(): Promise<boolean> {
    if (problem !== null) return false
    const fields = workshopFieldsOf(form)
    if (before === null) {
      await ask('workshops.create', { cohortId: cohort.id, ...fields })
      told.done(t('workshops.created', { title: fields.title, day: format.day(fields.heldOn) }))
      return true
    }
    const changes = changedFields(workshopFieldsOf(first), fields)
    if (!(await save(before, changes))) return false
    if (Object.keys(changes).length > 0)
      told.done(
        scope === 'one'
          ? t('workshops.saved', { title: fields.title })
          : t('workshops.savedFollowing', { count: following.length + 1 }),
      )
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={before === null ? t('workshops.create') : t('workshops.editOf', { title: before.title })}
      title={before?.title ?? t('workshops.create')}
    >
      <WorkshopFormFields
        form={form}
        programmeId={cohort.programmeId}
        isSeries={false}
        problem={asked ? problem : null}
        onChange={change}
      />
      {following.length > 0 ? (
        <FormSection title={t('workshops.series')}>
          <Radio.Group
            className="span-4"
            label={t('workshops.scope')}
            value={scope}
            onChange={(chosen) => setScope(chosen === 'following' ? 'following' : 'one')}
          >
            <div className="workshop-scope">
              <Radio value="one" label={t('workshops.thisOne')} />
              <Radio
                value="following"
                label={t('workshops.following', { count: following.length })}
                description={t('workshops.followingHint')}
              />
            </div>
          </Radio.Group>
          {scope === 'following' && before !== null ? (
            <MovedHolidays following={following} from={before.heldOn} to={form.heldOn} />
          ) : null}
        </FormSection>
      ) : null}
      {dialog}
    </FormDrawer>
  )
}

interface MovedHolidaysProps {
  readonly following: readonly Workshop[]
  readonly from: string
  readonly to: string | null
}

/** The days of those that follow which a moved day would put on a public holiday. */
function MovedHolidays({ following, from, to }: MovedHolidaysProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const holiday = useHolidays()
  if (to === null || to === from) return null
  const days = following.map(({ heldOn }) => addDays(heldOn, daysBetween(from, to))).filter(holiday)
  if (days.length === 0) return null
  const said = format.list(days.map((day) => format.day(day)))
  return (
    <p className="span-4 hint tone-warn toned" role="status">
      {t('workshops.movedToHolidays', { count: days.length, days: said })}
    </p>
  )
}

function useWorkshopUpdate(scope: Scope, organisation: { id: string; label: string } | null, before: Workshop | null) {
  const names = {
    ...(before?.trainerOrganisationId ? { [before.trainerOrganisationId]: before.trainerOrganisationName ?? '' } : {}),
    ...(organisation ? { [organisation.id]: organisation.label } : {}),
  }
  const said = useWorkshopFieldWords(names)
  return useRecordUpdate<Workshop, Fields>({
    read: (id) => ask('workshops.get', { id }),
    write: (input) => ask('workshops.update', { ...input, scope }),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
}
