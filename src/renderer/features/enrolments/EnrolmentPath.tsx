import { useTranslation } from 'react-i18next'
import type { Enrolment } from '../../../shared/features/enrolments'
import { daysBetween } from '../../../shared/rules/days'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Path, type PathMove } from '../../ui/Path'
import { joined } from './names'
import { useReasonWords } from './reason-words'
import { toneOfStage } from './StageDot'

/** The moves of someone in a cohort, newest first, with how long each took. */
export function EnrolmentPath({ moves }: Pick<Enrolment, 'moves'>) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const word = useReasonWords()
  const drawn = moves.map((move, index): PathMove => {
    const before = moves[index - 1]
    const days = before ? daysBetween(before.on, move.on) : 0
    return {
      id: move.id,
      tone: index === moves.length - 1 ? toneOfStage(move.to) : 'neutral',
      state: label('enrolmentStage', move.to),
      detail: (
        <>
          {joined([format.shortDay(move.on), move.by, ...move.reasons.map((reason) => word(move.to, reason))])}
          {move.note ? <q className="enrolment-quote">{move.note}</q> : null}
        </>
      ),
      ...(days > 0 ? { took: t('enrolments.took', { count: days }) } : {}),
    }
  })
  return <Path label={t('enrolments.path')} moves={drawn.toReversed()} />
}
