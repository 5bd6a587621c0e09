import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldConflict } from '../../../shared/endpoint'
import type { Referral } from '../../../shared/features/referrals'
import {
  type FeedbackOccasion,
  type MoveRequirement,
  type ReferralState,
  moveRule,
} from '../../../shared/rules/referral-transitions'
import type { ContactChannel, SpaceKind } from '../../../shared/rules/values'
import { ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { usePreferences } from '../../theme/preferences'
import { showToast } from '../../ui/toasts'
import { type Decision, isDayWrong, missingFrom, newDecision, reasonsOf, toMoveInput } from './decision'
import type { FeedbackDraft } from './FeedbackPreview'
import { spokenName } from './names'
import { tellLandlord } from './tell-landlord'
import { today } from '../../today'
import { useTold } from '../../told'

export interface Deciding {
  readonly decision: Decision | null
  readonly choose: (to: ReferralState | null) => void
  readonly change: (decision: Decision) => void
  /** What is still asked, once saving was tried. */
  readonly missing: readonly MoveRequirement[]
  /** The day is not given, to come, or before the move it follows. */
  readonly dayWrong: boolean
  /** What the landlord will read of it; null when it is nothing to be told of. */
  readonly occasion: FeedbackOccasion | null
  readonly draft: FeedbackDraft | undefined
  readonly channel: ContactChannel
  readonly setChannel: (channel: ContactChannel) => void
  readonly saving: boolean
  /** Someone else moved it since it was read. */
  readonly conflict: FieldConflict | null
  readonly save: (inform: boolean) => Promise<void>
}

/** A decision on a referral, from choosing it to telling the landlord. */
export function useDecision(referral: Referral, kind: SpaceKind, first: ReferralState | null): Deciding {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const { language } = usePreferences()
  const [prepared, setDecision] = useState<Decision | null>(() => (first === null ? null : newDecision(first)))
  // someone else moved it meanwhile: what is no longer possible is no longer prepared
  const decision = prepared !== null && referral.nextStates.includes(prepared.to) ? prepared : null
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [conflict, setConflict] = useState<FieldConflict | null>(null)
  const [channel, setChannel] = useState<ContactChannel>('email')

  const occasion =
    decision !== null && kind === 'association' ? (moveRule(referral.state, decision.to)?.feedback ?? null) : null
  const draft = useQuery(
    'referrals.draftFeedback',
    {
      id: referral.id,
      occasion: occasion ?? 'decision',
      locale: language,
      planned: decision ? { to: decision.to, on: decision.on ?? today(), reasons: reasonsOf(decision) } : null,
    },
    { enabled: occasion !== null, keepPrevious: true },
  ).data
  const missing = decision && tried ? missingFrom(referral, decision) : []
  const dayWrong = decision !== null && tried && isDayWrong(referral, decision)

  async function save(inform: boolean): Promise<void> {
    if (!decision) return
    setTried(true)
    if (isDayWrong(referral, decision) || missingFrom(referral, decision).length > 0) return
    setSaving(true)
    try {
      const answer = await ask('referrals.move', toMoveInput(referral, decision))
      if (answer.outcome === 'conflict') {
        setConflict(answer.conflicts[0] ?? null)
        return
      }
      // one chosen while this one was being saved is not wiped with it
      setDecision((now) => (now === decision ? null : now))
      setTried(false)
      setConflict(null)
      const name = spokenName(referral)
      const moved = t('referrals.movedTo', { name, state: label('referralState', decision.to) })
      if (inform && occasion && draft?.allowed) await tell(occasion, draft.message, moved)
      else told.done(moved)
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  /** The move is saved whatever comes of the message. */
  async function tell(about: FeedbackOccasion, text: string, moved: string): Promise<void> {
    const subject = t('referrals.mailSubject', { number: referral.number })
    try {
      const way = await tellLandlord(referral, { occasion: about, channel, text, subject })
      if (way) told.done(t(`referrals.told.${way}`, { what: moved }), 2)
      else told.done(t('referrals.told.notSent', { what: moved }))
    } catch {
      showToast({ tone: 'warn', text: t('referrals.told.notSent', { what: moved }) })
    }
  }

  return {
    decision,
    choose(to) {
      setTried(false)
      setConflict(null)
      // what was said of the one being saved is its own
      setDecision((before) => (to === null ? null : { ...(saving || !before ? newDecision(to) : before), to }))
    },
    change: setDecision,
    missing,
    dayWrong,
    occasion,
    draft,
    channel,
    setChannel,
    saving,
    conflict,
    save,
  }
}
