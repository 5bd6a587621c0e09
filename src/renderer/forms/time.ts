/** An hour as people type it, `14:30`, `9h30`, `930`, `9`: `HH:MM`, or null when the text says none. */
export function readTime(text: string): string | null {
  const bare = text.trim().replace(/^(\d{1,2})(\d{2})$/, '$1:$2')
  const [, hours, minutes = '00'] = /^(\d{1,2})\s*(?:[:h.]\s*(\d{2})?)?$/i.exec(bare) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes}`
}
