import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/errors'

/** What a user is told of an error: what happened, that nothing was lost, what to do. */
export function useErrorWords(): (error: AppError) => string {
  const { t } = useTranslation()
  return useCallback(({ code, data }) => t(`errors.${code}`, { host: String(data['host'] ?? '') }), [t])
}
