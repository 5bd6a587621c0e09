import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/errors'
import { useFormat } from './format'

/** What a user is told of an error: what happened, that nothing was lost, what to do. */
export function useErrorWords(): (error: AppError) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    ({ code, data }) => {
      const { host = '', name = '', month, reason } = data
      const said = code === 'monthSettled' && reason === 'shares' ? 'monthSettledShares' : code
      return t(`errors.${said}`, {
        host: String(host),
        name: String(name),
        month: typeof month === 'string' ? format.month(`${month}-01`) : '',
      })
    },
    [t, format],
  )
}
