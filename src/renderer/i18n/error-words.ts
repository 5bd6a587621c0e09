import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/errors'
import { useFormat } from './format'

/** Where the field and the reason say more than the code. */
const moreSaid: Readonly<
  Record<string, 'answeredSince' | 'monthSettledShares' | 'rollAhead' | 'rollCalledAhead' | 'tooManyMinutes'>
> = {
  'monthSettled shares': 'monthSettledShares',
  'invalid on answeredSince': 'answeredSince',
  'invalid workshopId ahead': 'rollAhead',
  'invalid heldOn calledAhead': 'rollCalledAhead',
  'invalid minutes tooMany': 'tooManyMinutes',
}

/** What a user is told of an error: what happened, that nothing was lost, what to do. */
export function useErrorWords(): (error: AppError) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    ({ code, data }) => {
      const { host = '', name = '', month, day, field, reason } = data
      const said = moreSaid[[code, field, reason].filter((part) => typeof part === 'string').join(' ')] ?? code
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
