import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'

/** Where a redirected referral went on, and where this one comes from. */
export function ReferralThread({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const { id, state, previousId, nextId, redirectedTo } = referral
  if (state !== 'redirected' && previousId === null) return null
  return (
    <p className="referral-section thread">
      {previousId === null ? null : <a href={`#/referrals/${previousId}`}>{t('referrals.previousOne')}</a>}
      {state === 'redirected' ? (
        <>
          <span>{t('referrals.redirectedTo', { name: redirectedTo ?? '' })}</span>{' '}
          {nextId === null ? (
            <a href={`#/referrals/new?previousId=${id}`}>{t('referrals.createNext')}</a>
          ) : (
            <a href={`#/referrals/${nextId}`}>{t('referrals.nextOne')}</a>
          )}
        </>
      ) : null}
    </p>
  )
}
