import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../../shared/features/imports'
import { asAppError } from '../../connection'
import { callShell } from '../../shell'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'
import { showToast } from '../../ui/toasts'
import { useJob } from '../../use-job'
import { useProblemWords } from './import-words'

/** Writes the rows an import refused, each with its reason, where one chooses. */
export function useRefusedFile() {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { failed } = useTold()
  const problemWords = useProblemWords()
  const { run: write, running } = useJob('imports.refused')

  const save = useCallback(
    async (run: ImportRun) => {
      try {
        const path = await callShell('saveFileDialog', {
          defaultName: `${t('imports.refusedFile')}-${run.fileName.replace(/\.[^.]*$/, '')}.xlsx`.slice(0, 180),
          filters: [{ name: t('imports.workbook'), extensions: ['xlsx'] }],
        })
        if (path === null) return
        const words = { importProblem: problemWords, importEffect: { duplicate: t('imports.effect.duplicate') } }
        const written = await write({ id: run.id, path, locale: language, words })
        if (!written) return
        showToast({
          tone: 'done',
          text: t('imports.refusedSaved', { count: written.rows }),
          act: { label: t('imports.showFile'), run: () => void callShell('showItemInFolder', { path: written.path }) },
        })
      } catch (problem) {
        failed(asAppError(problem))
      }
    },
    [t, language, failed, problemWords, write],
  )
  return { save, saving: running !== null }
}
