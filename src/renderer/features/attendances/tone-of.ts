import type { AttendanceState } from '../../../shared/rules/attendance'
import type { Tone } from '../../ui/tones'

/** An excuse is hollow: an absence that needs nothing done. */
export const toneOf: Readonly<Record<AttendanceState, Tone>> = {
  present: 'done',
  late: 'warn',
  excused: 'neutral',
  absent: 'danger',
}
