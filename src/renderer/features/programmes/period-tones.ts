import type { PeriodState } from '../../../shared/rules/programmes'
import type { Tone } from '../../ui/tones'

export const periodTones: Readonly<Record<PeriodState, Tone>> = { running: 'progress', coming: 'info', over: 'neutral' }
