import type { PaperFormat } from '../../shared/rules/papers.ts'

export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** How large a picture says it is, read from its head alone; null when it does not say, or is no picture of these. */
export function imageSizeOf(format: PaperFormat, bytes: Uint8Array): ImageSize | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read = readers[format]
  try {
    const size = read?.(view) ?? null
    return size !== null && size.width > 0 && size.height > 0 ? size : null
  } catch {
    return null // it ends before it has said
  }
}

const readers: Partial<Record<PaperFormat, (bytes: Buffer) => ImageSize | null>> = {
  png: (bytes) =>
    bytes.toString('latin1', 12, 16) === 'IHDR'
      ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      : null,
  jpg: sizeOfJpeg,
  webp: sizeOfWebp,
}

/** Walks from marker to marker to the one that begins a frame. */
function sizeOfJpeg(bytes: Buffer): ImageSize | null {
  for (let at = 2; bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    while (bytes[at + 1] === 0xff) at += 1 // as many of these as one likes may stand before a marker
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker)) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
  }
  return null
}

/** C0 to CF, but for the tables of codes (C4), an extension (C8) and the conditions of arithmetic coding (CC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function sizeOfWebp(bytes: Buffer): ImageSize | null {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const sides = bytes.readUInt32LE(21)
      return { width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 }
    }
    default:
      return null
  }
}
