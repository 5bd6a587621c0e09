import { useTranslation } from 'react-i18next'
import type { PrintedSheet } from '../../../shared/features/attendances'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { PrintMenu } from '../../paper/PrintMenu'
import { usePreferences } from '../../theme/preferences'
import { type SheetWords, sheetPage } from './sheet-page'

/** The sheet of a workshop, to be signed. */
export function PrintSheet({ workshopId }: { workshopId: string }) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const words = useSheetWords()
  return (
    <PrintMenu
      label={t('attendances.printSheet')}
      page={async () => {
        const sheet = await ask('sheets.get', { workshopId })
        return sheetPage(sheet, words(sheet), language)
      }}
    />
  )
}

function useSheetWords(): (sheet: PrintedSheet) => SheetWords {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useChoiceLabel()
  return (sheet) => {
    const day = format.day(sheet.heldOn)
    const blank = '.'.repeat(24) // to be written by hand
    return {
      title: t('attendances.paper.title'),
      facts: [
        [t('attendances.day'), day],
        [t('attendances.times'), `${sheet.startTime} – ${sheet.endTime}`],
        [t('attendances.place'), sheet.place ?? blank],
        [t('attendances.trainer'), sheet.trainerName ?? blank],
        [t('attendances.paper.programme'), sheet.programmeName],
        [t('attendances.paper.cohort'), sheet.cohortName],
      ],
      person: t('attendances.paper.person'),
      halfDays: sheet.halfDays.map((half) => t('attendances.paper.signature', { half: label('halfDay', half) })),
      walkIns: t('attendances.paper.walkIns'),
      letterhead: { partners: t('paper.partners'), with: t('paper.with') },
      actions: t('attendances.paper.actions'),
      trainer: t('attendances.paper.trainer', { name: sheet.trainerName ?? blank }),
      trainerSigns: t('attendances.paper.trainerSigns'),
      running: `${sheet.title}, ${day}`,
    }
  }
}
