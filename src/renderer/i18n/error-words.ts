import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/errors'
import { useFormat } from './format'

/** Where the reason says more than the code. */
const moreSaid: Readonly<Record<string, 'monthSettledShares' | 'rollAhead' | 'rollCalledAhead'>> = {
  'monthSettled shares': 'monthSettledShares',
  'invalid ahead': 'rollAhead',
  'invalid calledAhead': 'rollCalledAhead',
}

/** What a user is told of an error: what happened, that nothing was lost, what to do. */
export function useErrorWords(): (error: AppError) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    ({ code, data }) => {
      const { host = '', name = '', month, day, reason } = data
      const said = moreSaid[`${code} ${String(reason)}`] ?? code
      return t(`errors.${said}`, {
        host: String(host),
        name: String(name),
        month: typeof month === 'string' ? format.month(`${month}-01`) : '',
        day: typeof day === 'string' ? format.day(day) : '',
      })
    },
    [t, format],
  )
}
