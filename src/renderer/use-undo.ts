import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { UndoResult } from '../shared/features/history'
import { ask } from './api'
import { asAppError } from './connection'
import { useCommandWords } from './i18n/command-words'
import { useErrorWords } from './i18n/error-words'
import { useFormat } from './i18n/format'
import { useWayOut } from './told'
import { type Toast, showToast } from './ui/toasts'

const named = 3 // of what was kept; the rest is counted

/** Undo and redo of the last command, told in words: what was undone, and what was left because it changed since. */
export function useUndo(): {
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  /** Takes back one act of the history, be it the last one or not. */
  readonly undoBatch: (batchId: string) => Promise<void>
} {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useCommandWords()
  const words = useErrorWords()
  const wayOut = useWayOut()

  const kept = useCallback(
    (result: UndoResult) => {
      const items = result.kept
        .slice(0, named)
        .map(({ label, reason }) => t(`history.kept.${reason}`, { name: label || t('history.something') }))
      const more = result.kept.length - items.length
      return format.list(more > 0 ? [...items, t('history.keptMore', { count: more })] : items)
    },
    [t, format],
  )

  const tell = useCallback(
    (result: UndoResult, done: string, act?: Toast['act']) => {
      const some = result.kept.length > 0
      const text = some ? t('history.keptList', { done, kept: kept(result) }) : done
      showToast({ tone: some ? 'warn' : 'done', text, ...(act ? { act } : {}) })
    },
    [t, kept],
  )
  const fail = useCallback(
    (problem: unknown) => {
      const error = asAppError(problem)
      showToast({ tone: error.code === 'nothingToUndo' ? 'info' : 'danger', text: words(error), ...wayOut(error) })
    },
    [words, wayOut],
  )

  const redo = useCallback(async () => {
    try {
      const result = await ask('history.redoLast', {})
      tell(result, t('history.redone', { what: said(result.command) }))
    } catch (problem) {
      fail(problem)
    }
  }, [t, said, tell, fail])
  const takeBack = useCallback(
    async (act: () => Promise<UndoResult>) => {
      try {
        const result = await act()
        tell(result, t('history.undone', { what: said(result.command) }), {
          label: t('history.redo'),
          run: () => void redo(),
        })
      } catch (problem) {
        fail(problem)
      }
    },
    [t, said, tell, fail, redo],
  )
  const undo = useCallback(() => takeBack(() => ask('history.undoLast', {})), [takeBack])
  const undoBatch = useCallback((batchId: string) => takeBack(() => ask('history.undoBatch', { batchId })), [takeBack])
  return { undo, redo, undoBatch }
}
