import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cohort, CohortCopyPreview } from '../../../shared/features/cohorts'
import { addDays } from '../../../shared/rules/days'
import { ask, useQuery } from '../../api'
import { areWrong, DatedLines, type DatedLine } from '../../forms/DatedLines'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { DateField } from '../../ui/DateField'
import { ErrorState } from '../../ui/ErrorState'
import { FormSection } from '../../ui/RecordLayout'

interface CopyDrawerProps {
  readonly cohort: Cohort
  readonly onClose: () => void
  readonly onCopied: (id: string) => void
}

/** The lines as they were changed, for the first day they were made from. */
interface Edited {
  readonly startsOn: string | null
  readonly lines: readonly DatedLine[]
}

/** The next edition of a cohort, seen whole before anything is written. */
export function CopyDrawer({ cohort, onClose, onCopied }: CopyDrawerProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const told = useTold()
  const [name, setName] = useState('')
  const [startsOn, setStartsOn] = useState<string | null>(() =>
    cohort.startsOn ? addDays(cohort.startsOn, 364) : null,
  )
  const [edited, setEdited] = useState<Edited | null>(null)
  const preview = useQuery(
    'cohorts.previewCopy',
    { id: cohort.id, startsOn: startsOn ?? '2000-01-01' },
    { enabled: startsOn !== null, keepPrevious: true },
  )
  // another first day moves every line again
  const lines = edited?.startsOn === startsOn ? edited.lines : (preview.data?.workshops ?? []).map(lineOf)
  const moved = new Set(
    preview.data?.workshops.flatMap((one) => (one.avoidsHoliday ? [`${one.id} ${one.heldOn}`] : [])),
  )
  const said = lines.map((line) => ({
    ...line,
    notice: moved.has(`${line.key} ${line.heldOn}`) ? t('cohorts.avoidsHoliday') : null,
  }))
  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    if (name.trim() === '' || startsOn === null || areWrong(lines)) return false
    const workshops = lines.map(({ key, heldOn }) => ({ id: key, heldOn }))
    const copy = await ask('cohorts.copy', { id: cohort.id, name: name.trim(), startsOn, workshops })
    told.done(t('cohorts.copied', { name: copy.name }))
    onCopied(copy.id)
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={t('cohorts.copy')}
      under={<span className="t3">{t('cohorts.copyOf', { name: cohort.name })}</span>}
      verb={t('cohorts.copyWrite', { count: lines.length })}
      still={startsOn !== null && (preview.data === undefined || preview.isPlaceholderData)}
    >
      <div className="form-grid">
        <TextInput
          className="span-4"
          label={t('cohorts.fields.name')}
          maxLength={200}
          autoComplete="off"
          value={name}
          error={asked && name.trim() === '' ? t('cohorts.nameNeeded') : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <DateField
          className="span-4"
          label={t('cohorts.fields.startsOn')}
          value={startsOn}
          error={asked && startsOn === null ? t('cohorts.startNeeded') : null}
          onChange={setStartsOn}
        />
      </div>
      {preview.error && !preview.data ? (
        <ErrorState
          title={t('cohorts.previewFailed')}
          body={words(preview.error)}
          onRetry={() => void preview.refetch()}
        />
      ) : null}
      {preview.data && startsOn !== null ? (
        <>
          <What preview={preview.data} />
          <FormSection title={t('cohorts.workshopsOfCopy')}>
            <div className="span-4">
              <p className="hint">{t('cohorts.linesHint')}</p>
              <DatedLines
                daysOnly
                label={t('cohorts.workshopsOfCopy')}
                lines={said}
                onChange={(changed) => setEdited({ startsOn, lines: changed })}
              />
            </div>
          </FormSection>
        </>
      ) : null}
    </FormDrawer>
  )
}

/** What comes along, besides the workshops, and what does not. */
function What({ preview }: { preview: CohortCopyPreview }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { endsOn, callOpensOn, callClosesOn, quotas, criteria } = preview
  return (
    <ul className="cohort-what">
      {endsOn ? <li>{t('cohorts.copyEnds', { day: format.day(endsOn) })}</li> : null}
      {callOpensOn && callClosesOn ? (
        <li>{t('cohorts.copyCall', { from: format.day(callOpensOn), to: format.day(callClosesOn) })}</li>
      ) : null}
      <li>
        {t('cohorts.copySettings', {
          quotas: t('cohorts.copyQuotas', { count: quotas }),
          criteria: t('cohorts.copyCriteria', { count: criteria }),
        })}
      </li>
      <li>{t('cohorts.copyNobody')}</li>
    </ul>
  )
}

function lineOf({ id, heldOn, startTime, endTime, title }: CohortCopyPreview['workshops'][number]): DatedLine {
  return { key: id, heldOn, startTime, endTime, title, notice: null }
}
