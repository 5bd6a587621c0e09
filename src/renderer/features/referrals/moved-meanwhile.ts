import { useTranslation } from 'react-i18next'
import type { FieldConflict } from '../../../shared/endpoint'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

/** Says that someone else moved a referral since it was read, and that nothing was written over it. */
export function useMovedMeanwhile(): (conflict: FieldConflict) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  return ({ by, at, theirs }) =>
    t('referrals.movedMeanwhile', {
      name: by ?? t('referrals.someone'),
      at: format.instant(at),
      state: label('referralState', String(theirs)),
    })
}
