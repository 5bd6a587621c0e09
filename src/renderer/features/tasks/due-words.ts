import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../../shared/features/tasks'
import { useFormat } from '../../i18n/format'

type Dated = Pick<Task, 'dueOn' | 'dueTime' | 'doneOn' | 'doneByName'>

/** The day it is here, as an ISO day. */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export function isLate({ dueOn, doneOn }: Pick<Task, 'dueOn' | 'doneOn'>): boolean {
  return doneOn === null && dueOn !== null && dueOn < today()
}

/** Until when, in words: « avant le 30/11 », « aujourd’hui », « en retard depuis le 02/11 », « faite le 20/11 par… ». */
export function useDueWords(): (task: Dated) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    (task) => {
      const { dueOn, dueTime, doneOn, doneByName } = task
      if (doneOn !== null) {
        const day = format.shortDay(doneOn)
        return doneByName === null ? t('tasks.doneOn', { day }) : t('tasks.doneBy', { day, name: doneByName })
      }
      if (dueOn === null) return t('tasks.noDay')
      const day = format.shortDay(dueOn)
      if (isLate(task)) return t('tasks.lateSince', { day })
      const said = dueOn === today() ? t('tasks.dueToday') : null
      if (dueTime !== null) return said === null ? t('tasks.dueAt', { day, time: dueTime }) : `${said}, ${dueTime}`
      return said ?? t('tasks.dueBy', { day })
    },
    [t, format],
  )
}
