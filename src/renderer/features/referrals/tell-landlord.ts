import type { Referral } from '../../../shared/features/referrals'
import type { FeedbackOccasion } from '../../../shared/rules/referral-transitions'
import type { ContactChannel } from '../../../shared/rules/values'
import { ask } from '../../api'
import { callShell } from '../../shell'
import { today } from './today'

export interface Message {
  readonly occasion: FeedbackOccasion
  readonly channel: ContactChannel
  readonly text: string
  readonly subject: string
}

const longestLink = 2000 // characters; the mail program of some systems takes no more

/**
 * Hands the message over, then records that the landlord was told: in the mail program when the officer's address
 * is known, else in the clipboard. Answers how, or null when the user thought better of it.
 */
export async function tellLandlord(
  referral: Pick<Referral, 'id' | 'officerEmail'>,
  { occasion, channel, text, subject }: Message,
): Promise<'mailed' | 'copied' | null> {
  const link =
    channel === 'email' && referral.officerEmail
      ? `mailto:${referral.officerEmail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
      : ''
  const mails = link !== '' && link.length <= longestLink
  if (mails) {
    const { opened } = await callShell('openExternal', { url: link })
    if (!opened) return null
  } else {
    await callShell('copyText', { text, personal: true })
  }
  await ask('referrals.recordFeedback', { id: referral.id, occasion, sentOn: today(), channel, message: text })
  return mails ? 'mailed' : 'copied'
}
