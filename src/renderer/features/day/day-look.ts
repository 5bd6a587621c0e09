import {
  IconArrowRampRight,
  IconArrowRight,
  IconCheck,
  IconFileText,
  IconGavel,
  IconListNumbers,
  IconMessages,
  IconPencil,
  IconPhone,
  IconRefresh,
  IconSchool,
  IconSend,
  IconSignature,
  type TablerIcon,
} from '@tabler/icons-react'
import type { DayItem } from '../../../shared/features/day'
import type { DayAct, DayAxis } from '../../../shared/rules/day'
import type { Tone } from '../../ui/tones'

/** One icon for each axis, the same everywhere. */
export const axisIcons: Readonly<Record<DayAxis, TablerIcon>> = {
  referrals: IconArrowRampRight,
  coaching: IconMessages,
  programmes: IconSchool,
  papers: IconFileText,
  tasks: IconCheck,
}

export const actIcons: Readonly<Record<DayAct, TablerIcon>> = {
  acknowledge: IconCheck,
  call: IconPhone,
  decide: IconGavel,
  review: IconListNumbers,
  tell: IconSend,
  send: IconSend,
  writeUp: IconPencil,
  sign: IconSignature,
  renew: IconRefresh,
  finish: IconCheck,
  open: IconArrowRight,
}

/** Late is red, today is soon, an hour is an appointment. */
export function toneOf({ group, dueTime }: Pick<DayItem, 'group' | 'dueTime'>): Tone {
  switch (group) {
    case 'late':
      return 'danger'
    case 'today':
      return dueTime === null ? 'warn' : 'info'
    case 'week':
    case 'later':
    case 'snoozed':
      return 'neutral'
  }
}
