import { parsed, refused, type Parsed } from './parsed.ts'

/** A time of day as it is written: `9h30`, `09:30`, `9.30`, `930`, `14 h`; read as `HH:MM`. */
export function parseTime(text: string): Parsed<string> {
  const typed = text.trim().toLowerCase()
  if (typed === '') return refused('empty')
  const apart = /^(\d{1,2})\s*(?:[:h.]\s*(\d{2})?|h)?$/.exec(typed)
  const together = /^(\d{1,2})(\d{2})$/.exec(typed)
  const [, hours, minutes = '00'] = apart ?? together ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return refused('wrongForm')
  return parsed(`${hours.padStart(2, '0')}:${minutes}`)
}
