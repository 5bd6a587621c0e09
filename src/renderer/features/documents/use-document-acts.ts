import { useTranslation } from 'react-i18next'
import type { Document } from '../../../shared/features/documents'
import { isOpenedFormat } from '../../../shared/rules/paper-signature'
import { formatOfMediaType, paperFormats } from '../../../shared/rules/papers'
import { ask, runJob } from '../../api'
import { asAppError } from '../../connection'
import { callShell } from '../../shell'
import { useTold } from '../../told'
import { showToast } from '../../ui/toasts'
import { useRefusalWords } from './use-document-words'

/** Ends of file names shown in the dialog; the shell takes ten at most at once. */
const groups = {
  usual: ['pdf', 'jpg', 'jpeg', 'png', 'docx', 'xlsx', 'odt', 'ods'],
  others: paperFormats.filter((format) => ['webp', 'heic', 'pptx', 'odp', 'txt', 'csv', 'eml'].includes(format)),
} as const

/** What is done with a paper, each act said once it is done. */
export function useDocumentActs() {
  const { t } = useTranslation()
  const told = useTold()
  const words = useRefusalWords()
  const failed = (problem: unknown) => void showToast({ tone: 'danger', text: words(asAppError(problem)) })

  /** The path of a file that someone chose, or null. */
  async function choose(): Promise<string | null> {
    try {
      return await callShell('openFileDialog', {
        filters: [
          { name: t('documents.usualFiles'), extensions: [...groups.usual] },
          { name: t('documents.otherFiles'), extensions: [...groups.others] },
        ],
      })
    } catch (problem) {
      failed(problem)
      return null
    }
  }

  /** A private copy, in the program the person is used to; where it lies, when none takes it or none should. */
  async function open({ id, mediaType }: Document): Promise<void> {
    try {
      const { path } = await runJob('documents.open', { id })
      const show = () => callShell('showItemInFolder', { path })
      const handed = isOpenedFormat(formatOfMediaType(mediaType))
      if (handed && (await callShell('openCopy', { path })).opened) {
        const act = { label: t('files.show'), run: () => void show().catch(failed) }
        showToast({ tone: 'info', text: t('documents.opened'), act })
      } else {
        await show()
        showToast({ tone: 'info', text: t(handed ? 'documents.noProgram' : 'documents.byHand') })
      }
    } catch (problem) {
      failed(problem)
    }
  }

  async function trash({ id, title }: Document): Promise<void> {
    try {
      await ask('documents.trash', { id })
      told.done(t('documents.trashed', { title }))
    } catch (problem) {
      failed(problem)
    }
  }

  async function restore({ id, title }: Document): Promise<void> {
    try {
      await ask('documents.restore', { id })
      told.done(t('history.restored', { name: title }))
    } catch (problem) {
      failed(problem)
    }
  }

  return { choose, open, trash, restore }
}
