import { Button, SegmentedControl } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import type { ReferralState } from '../../../shared/rules/referral-transitions'
import { Banner } from '../../ui/Banner'
import { DecisionFields } from './DecisionFields'
import { FeedbackChannel, FeedbackPreview } from './FeedbackPreview'
import { useMovedMeanwhile } from './moved-meanwhile'
import type { Deciding } from './use-decision'

const decisions: readonly ReferralState[] = ['met', 'accepted', 'waitlisted', 'redirected', 'refused', 'closed', 'sent']

interface DecisionPanelProps {
  readonly referral: Referral
  readonly deciding: Deciding
}

/** What may come next: the decisions in plain sight, the other ends below, and what the landlord will read. */
export function DecisionPanel({ referral, deciding }: DecisionPanelProps) {
  const { t } = useTranslation()
  const { decision, choose } = deciding
  const main = decisions.filter((state) => referral.nextStates.includes(state))
  const others = referral.nextStates.filter((state) => state !== 'contacting' && !main.includes(state))
  if (main.length + others.length === 0) return null
  return (
    <section className="referral-section" aria-label={t('referrals.next')}>
      <h3 className="h3">{main.includes('accepted') ? t('referrals.decision') : t('referrals.next')}</h3>
      {referral.expiryProposal && decision === null ? (
        <Banner
          tone="warn"
          act={
            <Button size="xs" onClick={() => choose('expired')}>
              {t('referrals.act.expired')}
            </Button>
          }
        >
          {t(`referrals.expires.${referral.expiryProposal}`)}
        </Banner>
      ) : null}
      <Moved deciding={deciding} />
      {main.length > 1 ? (
        <SegmentedControl
          fullWidth
          aria-label={t('referrals.decision')}
          className="decision-choice"
          data={main.map((state) => ({ value: state, label: t(`referrals.act.${state}`) }))}
          value={decision?.to ?? ''}
          onChange={(state) => choose(main.find((candidate) => candidate === state) ?? null)}
        />
      ) : null}
      <div className="decision-others">
        {(main.length > 1 ? others : [...main, ...others])
          .filter((state) => state !== decision?.to)
          .map((state) => (
            <Button
              key={state}
              size="xs"
              variant={main.includes(state) || state === 'received' ? 'default' : 'subtle'}
              onClick={() => choose(state)}
            >
              {t(`referrals.act.${state === 'received' && referral.state !== 'sent' ? 'reopen' : state}`)}
            </Button>
          ))}
      </div>
      {decision ? (
        <>
          {main.length > 1 && main.includes(decision.to) ? null : (
            <p className="semi">
              {t(`referrals.act.${decision.to === 'received' && referral.state !== 'sent' ? 'reopen' : decision.to}`)}
            </p>
          )}
          <DecisionFields
            referral={referral}
            decision={decision}
            missing={deciding.missing}
            dayWrong={deciding.dayWrong}
            onChange={deciding.change}
          />
          {deciding.occasion ? <FeedbackPreview draft={deciding.draft} /> : null}
          {deciding.occasion && deciding.draft?.allowed ? (
            <FeedbackChannel value={deciding.channel} onChange={deciding.setChannel} />
          ) : null}
        </>
      ) : null}
    </section>
  )
}

function Moved({ deciding: { conflict } }: { deciding: Deciding }) {
  const said = useMovedMeanwhile()
  return conflict ? <Banner tone="danger">{said(conflict)}</Banner> : null
}

/** The buttons of a decision being prepared; the filled one also tells the landlord. */
export function DecisionActs({ deciding }: { deciding: Deciding }) {
  const { t } = useTranslation()
  const { decision, occasion, draft, saving } = deciding
  if (!decision) return null
  const tells = occasion !== null && draft?.allowed === true
  return (
    <>
      <Button variant="subtle" disabled={saving} onClick={() => deciding.choose(null)}>
        {t('common.cancel')}
      </Button>
      <Button variant={tells ? 'default' : 'filled'} loading={saving} onClick={() => void deciding.save(false)}>
        {t('common.save')}
      </Button>
      {tells ? (
        <Button
          variant="filled"
          leftSection={<IconSend size={15} />}
          loading={saving}
          onClick={() => void deciding.save(true)}
        >
          {t('referrals.saveAndTell')}
        </Button>
      ) : null}
    </>
  )
}
