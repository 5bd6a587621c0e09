import { IconMail, IconMailOpened, IconMessages, IconNote, IconPhone, type TablerIcon } from '@tabler/icons-react'
import type { ChoiceLabel } from '../i18n/choices'
import { durationWords } from '../i18n/duration'

/** An exchange as the thread of a record tells it. */
interface InteractionEvent {
  readonly data: Readonly<Record<string, unknown>>
}

const icons: Readonly<Record<string, TablerIcon>> = {
  call: IconPhone,
  email: IconMail,
  meeting: IconMessages,
  letter: IconMailOpened,
  note: IconNote,
}

export function interactionIcon({ data }: InteractionEvent): TablerIcon {
  return icons[String(data['what'])] ?? IconMessages
}

/** « Appel, pas de réponse » */
export function interactionWords({ data }: InteractionEvent, label: ChoiceLabel): string {
  const what = label('interactionKind', String(data['what']))
  const result = data['result']
  if (typeof result !== 'string' || result === 'reached') return what
  return `${what}, ${label('contactAttemptResult', result).toLocaleLowerCase()}`
}

/** The day, and how long it lasted where that was noted: « 15/10, 12 min ». */
export function lastingOf({ data }: InteractionEvent, day: string): string {
  const minutes = data['minutes']
  return typeof minutes === 'number' && minutes > 0 ? `${day}, ${durationWords(minutes)}` : day
}
