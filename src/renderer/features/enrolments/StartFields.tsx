import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { firstStages } from '../../../shared/rules/enrolment-stages'
import { today } from '../../today'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'

/** By what people arrive in a cohort, and when; `start` is null while the day is missing or yet to come. */
export function useStart() {
  const [stage, setStage] = useState<(typeof firstStages)[number]>('applied')
  const [on, setOn] = useState<string | null>(today())
  const start = on === null || on > today() ? null : { stage, on }
  return { start, fields: <StartFields stage={stage} on={on} wrong={!start} onStage={setStage} onDay={setOn} /> }
}

interface StartFieldsProps {
  readonly stage: (typeof firstStages)[number]
  readonly on: string | null
  readonly wrong: boolean
  readonly onStage: (stage: (typeof firstStages)[number]) => void
  readonly onDay: (day: string | null) => void
}

function StartFields({ stage, on, wrong, onStage, onDay }: StartFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className="stage-fields">
      <ChoiceChips
        single
        label={t('enrolments.startAs')}
        choices={firstStages.map((code) => ({ code, label: t(`enrolments.start.${code}`) }))}
        value={[stage]}
        onChange={([first]) => onStage(first ?? stage)}
      />
      <DateField
        label={t(`enrolments.startOn.${stage}`)}
        value={on}
        error={wrong ? t('enrolments.missing.startDay') : null}
        onChange={onDay}
      />
    </div>
  )
}
