import { HoursOfMonth } from '../features/hours/HoursOfMonth'

export function HoursPage() {
  return <HoursOfMonth />
}
