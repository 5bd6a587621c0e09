import type { Language } from '../../theme/preferences'

const wordsInPhrase = 5

/** Words drawn at random, in the language of the screen; the lists are read only when a phrase is asked for. */
export async function suggestPhrase(language: Language): Promise<string> {
  const words = await (language === 'fr' ? frenchWords() : englishWords())
  return Array.from({ length: wordsInPhrase }, () => words[drawBelow(words.length)] ?? '').join(' ')
}

async function frenchWords(): Promise<readonly string[]> {
  return (await import('./french-words')).frenchWords
}

async function englishWords(): Promise<readonly string[]> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return dictionary['diceware-common'].filter((word) => /^[a-z]{4,8}$/u.test(word))
}

/** Each number below `limit` as likely as the others: draws that would favour the first ones are drawn again. */
function drawBelow(limit: number): number {
  const fair = Math.floor(0x1_0000_0000 / limit) * limit
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < fair) return drawn % limit
  }
}
