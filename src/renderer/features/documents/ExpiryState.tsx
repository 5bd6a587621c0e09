import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween, localDay } from '../../../shared/rules/days'
import { type ExpiryState as State, expiryStateOf } from '../../../shared/rules/papers'
import { useFormat } from '../../i18n/format'
import { StateDot } from '../../ui/StateDot'
import type { Tone } from '../../ui/tones'

const tones: Readonly<Record<State, Tone>> = { valid: 'done', soon: 'warn', expired: 'danger' }

/** Where the last day of a paper stands: nothing when it has none. */
export function ExpiryState({ expiresOn }: { readonly expiresOn: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [today] = useState(() => localDay(new Date().toISOString()))
  const state = expiresOn === null ? null : expiryStateOf(expiresOn, daysBetween(today, expiresOn))
  if (expiresOn === null || state === null) return null
  return (
    <StateDot tone={tones[state]} coloured={state === 'expired'}>
      {t(`documents.${state}`, { day: format.day(expiresOn) })}
    </StateDot>
  )
}
