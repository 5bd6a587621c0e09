import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportRun } from '../../../shared/features/exports'
import type { ListName } from '../../../shared/features/lists'
import type { exportFormats, listFormats } from '../../../shared/rules/lists'
import { values as english } from '../../i18n/en/values'
import { values as french } from '../../i18n/fr/values'
import { callShell } from '../../shell'
import { useTellFile } from '../../tell-file'
import { usePreferences } from '../../theme/preferences'

export type ExportFormat = (typeof exportFormats)[number]
/** Of a list of people or organisations, cards for an address book as well. */
export type ListFormat = (typeof listFormats)[number]
export type ExportedThing = ListName | 'forPartner' | 'forAssociation'
type Saved = Pick<ExportRun, 'rows'> & { readonly path: string; readonly leftOut: number }

/** The words a file prints for the codes of closed lists: those of the screen. */
export function useFileWords(): Readonly<Record<string, Record<string, string>>> {
  const { language } = usePreferences()
  return language === 'fr' ? french : english
}

/** Asks where to save, under a name that says what it is and of which day. Null when one changes one's mind. */
export function useAskWhere(): (what: ExportedThing, format: ListFormat) => Promise<string | null> {
  const { t } = useTranslation()
  return useCallback(
    (what, format) =>
      callShell('saveFileDialog', {
        defaultName: `${t(`files.what.${what}`)} ${today()}.${format}`,
        filters: [{ name: t(`files.formats.${format}`), extensions: [format] }],
      }),
    [t],
  )
}

/** Says what was written, what was left out, and shows where. */
export function useTellSaved(): (saved: Saved, format?: ListFormat) => void {
  const { t } = useTranslation()
  const tellFile = useTellFile()
  return useCallback(
    ({ rows, leftOut, path }, format) => {
      const saved = format === 'vcf' ? t('files.savedCards', { count: rows }) : t('files.saved', { count: rows })
      tellFile(
        leftOut > 0 ? t('files.savedWithout', { count: leftOut, rows: t('files.rowsIn', { count: rows }) }) : saved,
        path,
      )
    },
    [t, tellFile],
  )
}

function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
