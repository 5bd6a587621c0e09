import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'

interface Titled {
  readonly id: string
  readonly title: string
}

/** Doing a task and putting it back, said with the way to take it back; what comes back says for when. */
export function useTaskActs(): {
  readonly complete: (task: Titled) => Promise<void>
  readonly reopen: (task: Titled) => Promise<void>
} {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const complete = useCallback(
    async ({ id, title }: Titled) => {
      try {
        const { next } = await ask('tasks.complete', { id })
        const day = next?.dueOn ?? null
        told.done(
          day === null
            ? t('tasks.completed', { title })
            : t('tasks.completedNext', { title, day: format.shortDay(day) }),
        )
      } catch (problem) {
        told.failed(problem)
      }
    },
    [t, format, told],
  )
  const reopen = useCallback(
    async ({ id, title }: Titled) => {
      try {
        await ask('tasks.reopen', { id })
        told.done(t('tasks.reopened', { title }))
      } catch (problem) {
        told.failed(problem)
      }
    },
    [t, told],
  )
  return { complete, reopen }
}
