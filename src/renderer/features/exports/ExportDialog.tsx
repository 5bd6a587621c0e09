import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Filter, ListName, Selection, Sort } from '../../../shared/features/lists'
import { exportFormats, listFormats } from '../../../shared/rules/lists'
import { asAppError } from '../../connection'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'
import { useJob } from '../../use-job'
import { SaveForm } from './SaveForm'
import { type ListFormat, useAskWhere, useFileWords, useTellSaved } from './saved-file'

/** What is on screen: these columns under these headers, of these rows in this order. */
export interface ListToExport {
  readonly list: ListName
  readonly filter: Filter
  readonly sort: readonly Sort[]
  readonly columns: readonly { readonly field: string; readonly header: string }[]
  /** How every column is called, shown or hidden: a filter may be on one that is hidden. */
  readonly headers: Readonly<Record<string, string>>
  /** Null: every row of the filter. */
  readonly selection: Selection | null
  readonly count: number
}

interface ExportDialogProps {
  /** Null while nothing is to be exported: the dialog is closed. */
  readonly shown: ListToExport | null
  readonly onClose: () => void
}

/** Makes a file of the list on screen, and says first how many rows leave, and what a row is. */
export function ExportDialog({ shown, onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  const job = useJob('exports.list')
  return (
    <Modal
      opened={shown !== null}
      onClose={onClose}
      title={shown ? t('files.title', { what: t(`files.thing.${shown.list}`) }) : ''}
      closeOnClickOutside={job.running === null}
      closeOnEscape={job.running === null}
    >
      {shown ? <ListForm shown={shown} job={job} onClose={onClose} /> : null}
    </Modal>
  )
}

interface ListFormProps {
  readonly shown: ListToExport
  readonly job: ReturnType<typeof useJob<'exports.list'>>
  readonly onClose: () => void
}

function ListForm({ shown, job, onClose }: ListFormProps) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { failed } = useTold()
  const words = useFileWords()
  const askWhere = useAskWhere()
  const tell = useTellSaved()
  const { list, filter, sort, columns, headers, selection, count } = shown

  async function save(format: ListFormat, recipient: string, purpose: string): Promise<void> {
    try {
      const path = await askWhere(list, format)
      if (path === null) return
      const saved = await job.run({
        list,
        filter,
        sort: [...sort],
        columns: [...columns],
        selection,
        format,
        path,
        locale: language,
        recipient,
        purpose,
        words: { ...words, column: headers },
      })
      if (!saved) return
      tell(saved, format)
      onClose()
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  const cards = list === 'people' || list === 'organisations' ? list : null
  return (
    <SaveForm<ListFormat>
      formats={cards === null ? exportFormats : listFormats}
      ready={count > 0 && columns.length > 0}
      running={job.running}
      error={job.error}
      onSave={(format, recipient, purpose) => void save(format, recipient, purpose)}
      onStop={job.stop}
      onClose={onClose}
    >
      {(format) =>
        format === 'vcf' && cards !== null ? (
          <>
            <p className="med">{t(`files.cardsOf.${cards}`, { rows: t('files.rowsIn', { count }) })}</p>
            <p className="hint">{t('files.cardsHint')}</p>
          </>
        ) : (
          <>
            <p className="med">
              {t('files.whatLeaves', {
                rows: t('files.rowsIn', { count }),
                columns: t('files.columnsIn', { count: columns.length }),
                meaning: t(`files.oneRow.${list}`),
              })}
            </p>
            <p className="hint">{t('files.asShown')}</p>
          </>
        )
      }
    </SaveForm>
  )
}
