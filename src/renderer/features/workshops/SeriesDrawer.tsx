import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cohort } from '../../../shared/features/cohorts'
import type { SeriesLine } from '../../../shared/features/workshops'
import { ask } from '../../api'
import { areWrong, DatedLines, type DatedLine } from '../../forms/DatedLines'
import { FormDrawer } from '../../forms/FormDrawer'
import { today } from '../../today'
import { useTold } from '../../told'
import { Stairs } from '../../ui/Steps'
import { RecurrenceFields } from './RecurrenceFields'
import { emptyRecurrence, recurrenceOf, recurrenceProblem } from './recurrence-form'
import { workshopFieldsOf, workshopFormOf, workshopProblem } from './workshop-form'
import { WorkshopFormFields } from './WorkshopFormFields'

/** A series of workshops: what they are, then their days, each of which can be changed before anything is written. */
export function SeriesDrawer({ cohort, onClose }: { cohort: Cohort; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const [form, setForm] = useState(() => workshopFormOf(null, cohort.place ?? ''))
  const [rhythm, setRhythm] = useState(() => ({ ...emptyRecurrence, firstDay: firstDayOf(cohort) }))
  const [lines, setLines] = useState<readonly DatedLine[] | null>(null)
  const [holidays, setHolidays] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(false)
  const [working, setWorking] = useState(false)
  const problem = workshopProblem(form, true)
  const wrongRhythm = recurrenceProblem(rhythm)

  async function preview(): Promise<void> {
    setAsked(true)
    if (problem !== null || wrongRhythm !== null) return
    const { startTime, endTime } = form
    await run(async () => {
      const days = await ask('workshops.previewSeries', {
        cohortId: cohort.id,
        ...recurrenceOf(rhythm),
        startTime,
        endTime,
      })
      setHolidays(days.filter(({ holiday }) => holiday).map(({ heldOn }) => heldOn))
      setLines(days.filter(({ holiday }) => !holiday).map(toLine))
    })
  }

  function toLine({ heldOn, meets, outside }: SeriesLine): DatedLine {
    const notice = meets !== null ? t('workshops.meets', { title: meets }) : outside ? t('workshops.outside') : null
    return { key: heldOn, heldOn, startTime: form.startTime, endTime: form.endTime, title: form.title, notice }
  }

  async function write(): Promise<void> {
    if (lines === null || lines.length === 0 || areWrong(lines)) return
    await run(async () => {
      const {
        heldOn: _heldOn,
        startTime: _startTime,
        endTime: _endTime,
        minutes: _minutes,
        ...fields
      } = workshopFieldsOf(form)
      const made = await ask('workshops.createSeries', {
        cohortId: cohort.id,
        ...fields,
        lines: lines.map(({ heldOn, startTime, endTime, title }) => ({
          heldOn,
          startTime,
          endTime,
          minutes: workshopFieldsOf({ ...form, startTime, endTime }).minutes,
          title: title.trim(),
        })),
      })
      told.done(t('workshops.seriesCreated', { count: made.length }))
      onClose()
    })
  }

  async function run(work: () => Promise<void>): Promise<void> {
    setWorking(true)
    try {
      await work()
    } catch (problemFound) {
      told.failed(problemFound)
    } finally {
      setWorking(false)
    }
  }

  const steps = [{ title: t('workshops.stepWhat') }, { title: t('workshops.stepDays') }]
  return (
    <FormDrawer
      label={t('workshops.createSeries')}
      under={<Stairs label={t('workshops.createSeries')} steps={steps} current={lines === null ? 0 : 1} />}
      saving={working}
      verb={lines === null ? t('workshops.seeDays') : t('workshops.writeSeries', { count: lines.length })}
      still={lines !== null && (lines.length === 0 || areWrong(lines))}
      back={
        lines === null ? undefined : (
          <Button variant="subtle" onClick={() => setLines(null)}>
            {t('common.back')}
          </Button>
        )
      }
      onSave={lines === null ? preview : write}
      onClose={onClose}
      onGiveUp={onClose}
    >
      {lines === null ? (
        <>
          <WorkshopFormFields
            isSeries
            form={form}
            programmeId={cohort.programmeId}
            problem={asked ? problem : null}
            onChange={(part) => setForm({ ...form, ...part })}
          />
          <RecurrenceFields
            form={rhythm}
            problem={asked ? wrongRhythm : null}
            onChange={(part) => setRhythm({ ...rhythm, ...part })}
          />
        </>
      ) : (
        <>
          <p className="t2" role="status">
            {t('workshops.linesSaid', { count: lines.length })}{' '}
            {holidays.length > 0 ? t('workshops.holidaysSaid', { count: holidays.length }) : null}
          </p>
          <p className="hint">{t('workshops.linesHint')}</p>
          <DatedLines
            label={t('workshops.days')}
            lines={lines}
            skipped={holidays.map((day) => ({ day, why: t('workshops.holiday') }))}
            onChange={setLines}
          />
        </>
      )}
    </FormDrawer>
  )
}

/** The cohort's first day, or today once it has begun. */
function firstDayOf({ startsOn }: Cohort): string | null {
  return startsOn !== null && startsOn < today() ? today() : startsOn
}
