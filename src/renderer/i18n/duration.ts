/** `45 min`, `6 h`, `6 h 30`: how long, as it is written in both languages; `number` writes the hours. */
export function durationWords(minutes: number, number: (value: number) => string = String): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest}\u00A0min`
  return rest === 0 ? `${number(hours)}\u00A0h` : `${number(hours)}\u00A0h\u00A0${String(rest).padStart(2, '0')}`
}
