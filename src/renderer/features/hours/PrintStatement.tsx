import { useTranslation } from 'react-i18next'
import type { HourStatement } from '../../../shared/features/hours'
import { useAmounts } from '../../i18n/amounts'
import { useFormat } from '../../i18n/format'
import { PrintMenu } from '../../paper/PrintMenu'
import { usePreferences } from '../../theme/preferences'
import { type StatementWords, statementPage } from './statement-page'
import { useLineWords } from './use-line-words'

/** The statement on paper, to be signed by whose hours it holds. */
export function PrintStatement({ statement }: { statement: HourStatement }) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const words = useStatementWords()
  return (
    <PrintMenu
      label={t('hours.print')}
      page={() => Promise.resolve(statementPage(statement, words(statement), language))}
    />
  )
}

function useStatementWords(): (statement: HourStatement) => StatementWords {
  const { t } = useTranslation()
  const format = useFormat()
  const amounts = useAmounts()
  const what = useLineWords()
  return ({ month, name, lines, totals, validated, corrections, holder }) => ({
    title: t('hours.paper.title'),
    month: format.month(`${month}-01`),
    heads: [t('hours.day'), t('hours.paper.what'), t('hours.paper.kind'), t('hours.paper.hours')],
    lines: lines.map((line) => [
      format.day(line.heldOn),
      what(line),
      t(line.kind === 'individual' ? 'hours.individual' : 'hours.group'),
      amounts.minutes(line.minutes),
    ]),
    totals: [
      [t('hours.individual'), amounts.minutes(totals.individual)],
      // a coach's hours are individual ones
      ...(holder.kind === 'coach' ? [] : [[t('hours.group'), amounts.minutes(totals.group)] as const]),
      [t('hours.sum'), amounts.minutes(totals.individual + totals.group)],
    ],
    state:
      validated === null
        ? t('hours.open')
        : t('hours.validatedBy', { day: format.day(validated.on), name: validated.by ?? '' }),
    correctionsTitle: t('hours.corrections'),
    corrections: corrections.map(({ heldOn, what: title, withName, beforeMinutes, afterMinutes, reason, at, by }) =>
      t('hours.paper.correction', {
        what: [heldOn === null ? '' : format.day(heldOn), what({ title, halfDay: null, withName })]
          .filter(Boolean)
          .join(', '),
        before: amounts.minutes(beforeMinutes),
        after: amounts.minutes(afterMinutes),
        reason,
        by: [format.day(at), by].filter(Boolean).join(', '),
      }),
    ),
    signatures: [
      holder.kind === 'coach' ? t('hours.paper.coachSigns', { name }) : t('hours.paper.personSigns', { name }),
      t('hours.paper.associationSigns'),
    ],
  })
}
