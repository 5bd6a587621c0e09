import { Readable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { fileLimits } from '../shared/reader.ts'
import { FileFailure, overLimit } from './failure.ts'

/** A part of an archive, as its central directory announces it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly compressedSize: number
  readonly size: number
  readonly offset: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const endLength = 22
const longestComment = 65_535
const encryptedFlag = 1

/**
 * The parts of an archive, by name, read from its central directory alone and held to the limits before any
 * of them is inflated: number, announced size, share of inflation, no overlap, no path that leaves its root.
 */
export function readDirectory(bytes: Buffer): ReadonlyMap<string, ZipEntry> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > fileLimits.entries) throw overLimit('entries')
  const entries = new Map<string, ZipEntry>()
  let position = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (position + 46 > bytes.length || bytes.readUInt32LE(position) !== directoryEntry) throw broken()
    const nameLength = bytes.readUInt16LE(position + 28)
    const name = bytes.toString('utf8', position + 46, position + 46 + nameLength)
    if ((bytes.readUInt16LE(position + 8) & encryptedFlag) !== 0) throw new FileFailure('fileProtected')
    if (isHostileName(name) || entries.has(name)) throw broken()
    entries.set(name, {
      name,
      method: bytes.readUInt16LE(position + 10),
      compressedSize: bytes.readUInt32LE(position + 20),
      size: bytes.readUInt32LE(position + 24),
      offset: bytes.readUInt32LE(position + 42),
    })
    position += 46 + nameLength + bytes.readUInt16LE(position + 30) + bytes.readUInt16LE(position + 32)
  }
  checkSizes([...entries.values()], bytes.length)
  return entries
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - endLength - longestComment)
  for (let position = bytes.length - endLength; position >= lowest; position -= 1) {
    if (bytes.readUInt32LE(position) === endOfDirectory) return position
  }
  throw broken()
}

function isHostileName(name: string): boolean {
  return (
    name.startsWith('/') ||
    name.includes('\\') ||
    name.includes('\0') ||
    name.split('/').includes('..') ||
    /^[a-z]:/i.test(name)
  )
}

function checkSizes(entries: readonly ZipEntry[], fileBytes: number): void {
  let inflated = 0
  let end = 0
  for (const entry of entries.toSorted((left, right) => left.offset - right.offset)) {
    if (entry.offset < end || entry.offset + 30 + entry.compressedSize > fileBytes) throw broken()
    end = entry.offset + 30 + entry.compressedSize
    inflated += entry.size
  }
  if (inflated > fileLimits.inflatedBytes) throw overLimit('inflatedBytes')
  const ratio = inflated / Math.max(1, fileBytes)
  if (inflated > fileLimits.ratioFrom && ratio > fileLimits.inflatedRatio) throw overLimit('inflatedRatio')
}

/** The bytes of a part as they lie in the archive. */
function storedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  if (bytes.readUInt32LE(entry.offset) !== localEntry) throw broken()
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  if (start + entry.compressedSize > bytes.length) throw broken()
  return bytes.subarray(start, start + entry.compressedSize)
}

/** A part inflated whole, never beyond the size that was announced and checked. */
export function inflatePart(bytes: Buffer, entry: ZipEntry): Buffer {
  const stored = storedBytes(bytes, entry)
  if (entry.method !== 0 && entry.method !== 8) throw broken()
  if (entry.size === 0) return Buffer.alloc(0)
  try {
    const part = entry.method === 0 ? stored : inflateRawSync(stored, { maxOutputLength: entry.size })
    if (part.length !== entry.size) throw broken()
    return part
  } catch (error) {
    throw error instanceof FileFailure ? error : broken()
  }
}

/** The same for a large part, a piece at a time. */
export async function* inflatePieces(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const stored = storedBytes(bytes, entry)
  if (entry.method === 0) {
    for (let start = 0; start < stored.length; start += 65_536) yield stored.subarray(start, start + 65_536)
    return
  }
  if (entry.method !== 8) throw broken()
  let length = 0
  try {
    for await (const piece of inflating(stored)) {
      length += piece.length
      if (length > entry.size) throw overLimit('inflatedBytes')
      yield piece
    }
  } catch (error) {
    throw error instanceof FileFailure ? error : broken()
  }
  if (length !== entry.size) throw broken()
}

async function* inflating(stored: Buffer): AsyncGenerator<Buffer> {
  const pieces = Readable.from(slices(stored)).pipe(createInflateRaw({ chunkSize: 65_536 }))
  for await (const piece of pieces) yield piece as Buffer
}

function* slices(stored: Buffer): Generator<Buffer> {
  for (let start = 0; start < stored.length; start += 16_384) yield stored.subarray(start, start + 16_384)
}

function broken(): FileFailure {
  return new FileFailure('fileUnreadable', { reason: 'archive' })
}
