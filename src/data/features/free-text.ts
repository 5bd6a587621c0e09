import { AppError } from '../../shared/errors.ts'
import { looksLikeIban, looksLikeNir } from '../../shared/rules/sensitive.ts'

/** Refuses a text typed freely that holds a number of social security or of a bank account: neither may be kept. */
export function refuseSensitiveNumbers(texts: Readonly<Record<string, string | null | undefined>>): void {
  for (const [field, text] of Object.entries(texts)) {
    if (text && (looksLikeNir(text) || looksLikeIban(text))) throw new AppError('sensitiveNumber', { field })
  }
}
