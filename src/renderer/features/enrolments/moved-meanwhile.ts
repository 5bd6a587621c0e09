import { useTranslation } from 'react-i18next'
import type { FieldConflict } from '../../../shared/endpoint'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

/** Says that someone else moved a person since the screen read it, and that nothing was written over it. */
export function useMovedMeanwhile(): (conflict: FieldConflict) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  return ({ by, at, theirs }) =>
    t('enrolments.movedMeanwhile', {
      name: by ?? t('enrolments.someone'),
      at: format.instant(at),
      stage: label('enrolmentStage', String(theirs)),
    })
}
