import type { Candidate } from '../../../shared/features/selection'
import { candidateStages, isOneOf } from '../../../shared/rules/enrolment-stages'

/** What one looks for in the applications: those to read, those without readers enough, those to talk about. */
export const views = ['all', 'mine', 'lacking', 'disagreement'] as const
export type View = (typeof views)[number]

export function inView(view: View, { mine, stage, summary }: Candidate): boolean {
  const waits = isOneOf(candidateStages, stage)
  switch (view) {
    case 'all':
      return true
    case 'mine':
      return waits && mine === 'toRead'
    case 'lacking':
      return waits && (summary?.lacking ?? 0) > 0
    case 'disagreement':
      return (summary?.disagreements.length ?? 0) > 0
  }
}
