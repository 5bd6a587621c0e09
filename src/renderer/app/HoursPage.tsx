import { useSearch } from '@tanstack/react-router'
import { isIsoDay } from '../../shared/rules/days'
import { HoursOfMonth } from '../features/hours/HoursOfMonth'

/** The hours of the current month, or the statement that one comes to correct. */
export function HoursPage() {
  const { month, person, coach } = useSearch({ strict: false })
  const holder = person ? { kind: 'person' as const, id: person } : coach ? { kind: 'coach' as const, id: coach } : null
  return (
    <HoursOfMonth
      key={`${month} ${holder?.id}`}
      {...(month !== undefined && isIsoDay(`${month}-01`) ? { first: month } : {})}
      holder={holder}
    />
  )
}
