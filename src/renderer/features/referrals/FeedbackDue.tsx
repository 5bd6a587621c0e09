import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral, ReferralFeedback } from '../../../shared/features/referrals'
import type { ContactChannel } from '../../../shared/rules/values'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { usePreferences } from '../../theme/preferences'
import { StateDot } from '../../ui/StateDot'
import { FeedbackChannel, FeedbackPreview } from './FeedbackPreview'
import { joined } from './names'
import { tellLandlord } from './tell-landlord'
import { today } from '../../today'
import { useTold } from '../../told'

/** What the landlord was told, and what is still owed to it. One message tells the present state whole. */
export function Feedbacks({ referral, telling = false }: { referral: Referral; telling?: boolean }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const told = referral.feedbacks.filter(({ sentOn }) => sentOn !== null)
  const owed = referral.feedbackAllowed ? referral.feedbacks.findLast(({ sentOn }) => sentOn === null) : undefined
  if (told.length === 0 && !owed) return null
  return (
    <section className="referral-section" aria-label={t('referrals.feedback')}>
      <h3 className="h3">{t('referrals.feedback')}</h3>
      {owed ? <Owed referral={referral} feedback={owed} telling={telling} /> : null}
      {told.length > 0 ? (
        <ol className="attempts">
          {told.toReversed().map((feedback) => (
            <li key={feedback.id}>
              <IconSend size={15} />
              <span>
                {joined([
                  label('feedbackOccasion', feedback.occasion),
                  feedback.channel ? label('contactChannel', feedback.channel).toLocaleLowerCase() : null,
                  feedback.by,
                ])}
              </span>
              <small>{format.shortDay(feedback.sentOn ?? '')}</small>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}

interface OwedProps {
  readonly referral: Referral
  readonly feedback: ReferralFeedback
  /** Written at once: one came to tell. */
  readonly telling: boolean
}

function Owed({ referral, feedback, telling }: OwedProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const [opened, setOpened] = useState(telling)
  const late = feedback.dueOn < today()
  return (
    <>
      <div className="row wrap">
        <StateDot tone={late ? 'danger' : 'warn'} coloured={late}>
          {t('referrals.owed', {
            what: label('feedbackOccasion', feedback.occasion),
            day: format.day(feedback.dueOn),
          })}
        </StateDot>
        {opened ? null : (
          <Button size="xs" className="end" onClick={() => setOpened(true)}>
            {t('referrals.tell')}
          </Button>
        )}
      </div>
      {opened ? <Tell referral={referral} feedback={feedback} onDone={() => setOpened(false)} /> : null}
    </>
  )
}

interface TellProps {
  readonly referral: Referral
  readonly feedback: ReferralFeedback
  readonly onDone: () => void
}

function Tell({ referral, feedback, onDone }: TellProps) {
  const { t } = useTranslation()
  const told = useTold()
  const { language } = usePreferences()
  const [channel, setChannel] = useState<ContactChannel>('email')
  const [busy, setBusy] = useState(false)
  const { occasion } = feedback
  const draft = useQuery('referrals.draftFeedback', { id: referral.id, occasion, locale: language }).data

  async function tell(): Promise<void> {
    if (!draft?.allowed) return
    setBusy(true)
    try {
      const subject = t('referrals.mailSubject', { number: referral.number })
      const way = await tellLandlord(referral, { occasion, channel, text: draft.message, subject })
      if (way) {
        told.done(t(`referrals.told.${way}`, { what: t('referrals.landlordTold') }))
        onDone()
      }
    } catch (problem) {
      told.failed(problem)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <FeedbackPreview draft={draft} />
      <div className="row tell-acts">
        <FeedbackChannel value={channel} onChange={setChannel} />
        <Button size="xs" variant="subtle" className="end" disabled={busy} onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button
          size="xs"
          leftSection={<IconSend size={15} />}
          loading={busy}
          disabled={!draft?.allowed}
          onClick={() => void tell()}
        >
          {t('referrals.tell')}
        </Button>
      </div>
    </>
  )
}
