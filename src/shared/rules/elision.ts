/**
 * A French name after « de » or « que », joined to it before a vowel: « d’Estuaire », « qu’Aïssatou ». The h is left
 * apart, for nothing in a name tells the mute one (Hélène) from the other (Hafida); so is what is no letter.
 */
export function withDe(name: string): string {
  return joined('de', 'd’', name)
}

export function withQue(name: string): string {
  return joined('que', 'qu’', name)
}

function joined(whole: string, elided: string, text: string): string {
  const name = text.trim()
  return beginsWithVowel(name) ? elided + name : `${whole} ${name}`.trim()
}

/** A y before a vowel is a consonant (Yasmine), and so it is heard at the head of a few words: « de onze », « de oui ». */
function beginsWithVowel(name: string): boolean {
  const bare = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[«“"‘'\s]+/, '')
  return /^(?:[aeiouœæ]|y(?![aeiouœæy]))/.test(bare) && !/^(?:onz|oui(?![a-z]))/.test(bare)
}
