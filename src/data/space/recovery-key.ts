import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'

/**
 * The recovery key as it is printed: 8 groups of 4 signs, 160 bits, of which 144 are drawn at random and 16 check the
 * rest, so that a slip of the hand is told apart from the key of another space. The alphabet has no I, L, O or U.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 8
const signsPerGroup = 4
export const recoverySecretBytes = 18
const checkBytes = 2

/** The signs that a hand confuses, read as what was meant. */
const confused: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

export function formatRecoveryKey(secret: Buffer): string {
  if (secret.length !== recoverySecretBytes) throw new Error(`a recovery key has ${recoverySecretBytes} bytes`)
  const bytes = Buffer.concat([secret, checkOf(secret)])
  let signs = ''
  for (let bit = 0; bit < bytes.length * 8; bit += 5) signs += alphabet.charAt(fiveBitsAt(bytes, bit))
  bytes.fill(0)
  return Array.from({ length: groups }, (_, group) =>
    signs.slice(group * signsPerGroup, (group + 1) * signsPerGroup),
  ).join('-')
}

/** Reads a key as people type it: any case, spaces or dashes anywhere, O for 0, I or L for 1. */
export function parseRecoveryKey(text: string): Buffer {
  const signs = Array.from(text.toUpperCase().replaceAll(/[\s\-–—_.]/gu, ''), (sign) => confused[sign] ?? sign)
  const values = signs.map((sign) => alphabet.indexOf(sign))
  if (values.length !== groups * signsPerGroup || values.includes(-1)) throw mistyped()
  const bytes = Buffer.alloc(recoverySecretBytes + checkBytes)
  for (const [index, value] of values.entries()) putFiveBits(bytes, index * 5, value)
  const secret = Buffer.alloc(recoverySecretBytes)
  bytes.copy(secret)
  const check = bytes.subarray(recoverySecretBytes)
  const right = check.equals(checkOf(secret))
  bytes.fill(0)
  if (right) return secret
  secret.fill(0)
  throw mistyped()
}

function mistyped(): AppError {
  return new AppError('wrongRecoveryKey', { mistyped: true })
}

function checkOf(secret: Buffer): Buffer {
  return createHash('sha256').update('palier recovery key 1').update(secret).digest().subarray(0, checkBytes)
}

function fiveBitsAt(bytes: Buffer, bit: number): number {
  const first = bytes[bit >> 3] ?? 0
  const second = bytes[(bit >> 3) + 1] ?? 0
  return (((first << 8) | second) >> (11 - (bit & 7))) & 31
}

function putFiveBits(bytes: Buffer, bit: number, value: number): void {
  const shifted = value << (11 - (bit & 7))
  const at = bit >> 3
  bytes[at] = (bytes[at] ?? 0) | (shifted >> 8)
  if (at + 1 < bytes.length) bytes[at + 1] = (bytes[at + 1] ?? 0) | (shifted & 0xff)
}
