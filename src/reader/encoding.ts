/**
 * Which alphabet of bytes a text file was written in. UTF-8 and UTF-16 prove themselves; between the two
 * 8-bit alphabets that French files come in, the one that gives the more believable text wins.
 */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const
export type Encoding = (typeof encodings)[number]

export interface DetectedEncoding {
  readonly encoding: Encoding
  /** Bytes of the mark at the beginning, which is no part of the text. */
  readonly markLength: number
}

/** Bytes 128 to 255. The runtime's own decoders differ between versions for these two: the tables do not. */
const upperHalf: Readonly<Record<'windows-1252' | 'macintosh', string>> = {
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
    Array.from({ length: 96 }, (_, index) => String.fromCharCode(160 + index)).join(''),
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
}

/** How believable a letter above ASCII is in a French or English list of names, addresses and notes. */
function credit(letter: string): number {
  if ('éèêàçôîâûùïëœ'.includes(letter)) return 4
  if ('ÉÈÀÇÊÔÎ’«»\u00a0–…€°'.includes(letter)) return 2
  if (/[\p{Ll}\p{Lu}]/u.test(letter) && letter < '\u0180') return 0
  return -4
}

function scoreOf(counts: readonly number[], encoding: 'windows-1252' | 'macintosh'): number {
  const table = upperHalf[encoding]
  return counts.reduce((score, count, index) => score + count * credit(table[index] ?? ''), 0)
}

/** Looks at the whole file: its one accent may stand on its last line. */
export function detectEncoding(bytes: Uint8Array, isUtf8: (bytes: Uint8Array) => boolean): DetectedEncoding {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', markLength: 3 }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markLength: 2 }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markLength: 2 }
  const wide = detectUnmarkedUtf16(bytes.subarray(0, 4096))
  if (wide) return { encoding: wide, markLength: 0 }
  if (isUtf8(bytes)) return { encoding: 'utf-8', markLength: 0 }
  const counts = Array.from({ length: 128 }, () => 0)
  for (const byte of bytes) if (byte >= 128) counts[byte - 128] = (counts[byte - 128] ?? 0) + 1
  const better = scoreOf(counts, 'macintosh') > scoreOf(counts, 'windows-1252') ? 'macintosh' : 'windows-1252'
  return { encoding: better, markLength: 0 }
}

/** Text in Latin letters has a zero in every second byte of UTF-16; which one tells the order. */
function detectUnmarkedUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (sample.length < 4) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  const half = sample.length / 2
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  return even > half * 0.7 && odd < half * 0.1 ? 'utf-16be' : null
}

export function markLengthOf(bytes: Uint8Array, encoding: Encoding): number {
  const detected = detectEncoding(bytes.subarray(0, 4), () => false)
  return detected.encoding === encoding ? detected.markLength : 0
}

/** Decodes a file a piece at a time: a letter of several bytes may be cut between two pieces. */
export function createDecoder(encoding: Encoding): (piece: Uint8Array, last: boolean) => string {
  if (encoding === 'windows-1252' || encoding === 'macintosh') {
    const table = upperHalf[encoding]
    return (piece) => {
      // latin1 gives each byte its own character: only the upper half then differs
      const text = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1')
      return text.replace(/[\u0080-\u00ff]/g, (letter) => table[letter.charCodeAt(0) - 128] ?? letter)
    }
  }
  if (encoding === 'utf-16be') return swappedDecoder()
  const decoder = new TextDecoder(encoding)
  return (piece, last) => decoder.decode(piece, { stream: !last })
}

function swappedDecoder(): (piece: Uint8Array, last: boolean) => string {
  const decoder = new TextDecoder('utf-16le')
  let rest: number[] = []
  return (piece, last) => {
    const bytes = Uint8Array.from([...rest, ...piece])
    const whole = last ? bytes.length : bytes.length - (bytes.length % 2)
    rest = [...bytes.subarray(whole)]
    const swapped = Buffer.from(bytes.subarray(0, whole - (whole % 2))).swap16()
    return decoder.decode(swapped, { stream: !last })
  }
}
