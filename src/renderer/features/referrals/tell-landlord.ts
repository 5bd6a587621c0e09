import type { Referral } from '../../../shared/features/referrals'
import type { FeedbackOccasion } from '../../../shared/rules/referral-transitions'
import type { ContactChannel } from '../../../shared/rules/values'
import { ask } from '../../api'
import { callShell } from '../../shell'
import { mailLink } from '../../mail-link'
import { today } from './today'

export interface Message {
  readonly occasion: FeedbackOccasion
  readonly channel: ContactChannel
  readonly text: string
  readonly subject: string
}

/**
 * Hands the message over, then records that the landlord was told: in the mail program when the officer's address
 * is known, else in the clipboard. Answers how, or null when the user thought better of it.
 */
export async function tellLandlord(
  referral: Pick<Referral, 'id' | 'officerEmail'>,
  { occasion, channel, text, subject }: Message,
): Promise<'mailed' | 'copied' | null> {
  const url = channel === 'email' && referral.officerEmail ? mailLink(referral.officerEmail, subject, text) : null
  if (url !== null) {
    const { opened } = await callShell('openExternal', { url })
    if (!opened) return null
  } else {
    await callShell('copyText', { text, personal: true })
  }
  await ask('referrals.recordFeedback', { id: referral.id, occasion, sentOn: today(), channel, message: text })
  return url !== null ? 'mailed' : 'copied'
}
