import type { EnrolmentStage } from '../../../shared/rules/enrolment-stages'
import { useChoiceLabel } from '../../i18n/choices'
import { StateDot } from '../../ui/StateDot'
import type { Tone } from '../../ui/tones'

interface Look {
  readonly tone: Tone
  /** Ended without outcome. */
  readonly hollow?: boolean
}

const looks: Readonly<Record<EnrolmentStage, Look>> = {
  applied: { tone: 'info' },
  shortlisted: { tone: 'info' },
  waitlisted: { tone: 'warn' },
  selected: { tone: 'progress' },
  enrolled: { tone: 'progress' },
  active: { tone: 'progress' },
  completed: { tone: 'done' },
  alumnus: { tone: 'done' },
  refused: { tone: 'neutral', hollow: true },
  withdrawn: { tone: 'neutral', hollow: true },
  dropout: { tone: 'neutral', hollow: true },
}

export function toneOfStage(stage: EnrolmentStage): Tone {
  return looks[stage].tone
}

/** Where someone stands in a cohort: a dot and a word. */
export function StageDot({ stage }: { stage: EnrolmentStage }) {
  const label = useChoiceLabel()
  return <StateDot {...looks[stage]}>{label('enrolmentStage', stage)}</StateDot>
}
