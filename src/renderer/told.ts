import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../shared/errors'
import { ask } from './api'
import { asAppError } from './connection'
import { useErrorWords } from './i18n/error-words'
import { type Toast, dismissToast, showToast } from './ui/toasts'

let undoable: number | null = null

interface Told {
  /** Says what was just written, with the way to take it back: `commands` of them, one by default. */
  readonly done: (text: string, commands?: number) => void
  readonly failed: (problem: unknown) => void
}

/** Says what an action wrote, or why nothing was. Only the last one can be taken back from its message. */
export function useTold(): Told {
  const { t } = useTranslation()
  const words = useErrorWords()
  const wayOut = useWayOut()
  const failed = useCallback(
    (problem: unknown) => {
      const error = asAppError(problem)
      showToast({ tone: 'danger', text: words(error), ...wayOut(error) })
    },
    [words, wayOut],
  )
  const done = useCallback(
    (text: string, commands = 1) => {
      if (undoable !== null) dismissToast(undoable)
      async function undo(): Promise<void> {
        try {
          for (let times = 0; times < commands; times += 1) await ask('history.undoLast', {})
          showToast({ tone: 'done', text: t('history.undone', { what: text }) })
        } catch (problem) {
          failed(problem)
        }
      }
      undoable = showToast({ tone: 'done', text, act: { label: t('common.undo'), run: () => void undo() } })
    },
    [t, failed],
  )
  // the same from one render to the next: columns are made of it, and the grid takes new ones for a change
  return useMemo(() => ({ done, failed }), [done, failed])
}

/** Hours that were validated are corrected on their statement: the message leads there. */
export function useWayOut(): (error: AppError) => Pick<Toast, 'act'> {
  const { t } = useTranslation()
  return useCallback(
    ({ code, data }) => {
      if (code !== 'monthSettled') return {}
      const { month, personId, coachId } = data
      const holder = personId ? `person=${String(personId)}` : `coach=${String(coachId)}`
      const address = `#/hours?month=${String(month)}&${holder}`
      return { act: { label: t('errors.openStatement'), run: () => goTo(address) } }
    },
    [t],
  )
}

function goTo(address: string): void {
  window.location.hash = address
}
