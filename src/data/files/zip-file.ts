import { crc32, createDeflateRaw } from 'node:zlib'
import { once } from 'node:events'
import type { NewFile } from './new-file.ts'

/** Writes an archive part by part, each compressed as it comes: nothing waits in memory. */
export interface ZipWriter {
  readonly part: (name: string, pieces: AsyncIterable<string> | Iterable<string>) => Promise<void>
  readonly end: () => Promise<void>
}

interface WrittenPart {
  readonly name: Buffer
  readonly crc: number
  readonly compressed: number
  readonly size: number
  readonly offset: number
}

const sizesFollow = 0x0008
const namesInUtf8 = 0x0800
const deflated = 8
const version = 20
/** 1 January 1980, the first day an archive knows: the same rows give the same bytes. */
const firstDay = 0x0021

export function zipInto(file: NewFile): ZipWriter {
  const parts: WrittenPart[] = []
  let offset = 0

  async function write(bytes: Uint8Array): Promise<void> {
    offset += bytes.length
    await file.write(bytes)
  }

  return {
    async part(name, pieces) {
      const nameBytes = Buffer.from(name, 'utf8')
      const begin = offset
      await write(
        Buffer.concat([
          signed(
            'PK\u0003\u0004',
            [version, sizesFollow | namesInUtf8, deflated, 0, firstDay],
            [0, 0, 0],
            [nameBytes.length, 0],
          ),
          nameBytes,
        ]),
      )
      const body = offset
      const { crc, size } = await deflateInto(write, pieces)
      const written = { name: nameBytes, crc, compressed: offset - body, size, offset: begin }
      await write(signed('PK\u0007\b', [], [written.crc, written.compressed, written.size], []))
      parts.push(written)
    },
    async end() {
      const begin = offset
      for (const { name, crc, compressed, size, offset: at } of parts) {
        const facts = signed(
          'PK\u0001\u0002',
          [version, version, sizesFollow | namesInUtf8, deflated, 0, firstDay],
          [crc, compressed, size],
          [name.length, 0, 0, 0, 0],
        )
        await write(Buffer.concat([facts, signed('', [], [0, at], []), name]))
      }
      const length = offset - begin
      await write(Buffer.concat([signed('PK\u0005\u0006', [0, 0, parts.length, parts.length], [length, begin], [0])]))
    },
  }
}

/** A record of the format: its signature, then numbers of two bytes, of four, of two. */
function signed(
  signature: string,
  shorts: readonly number[],
  longs: readonly number[],
  more: readonly number[],
): Buffer {
  const bytes = Buffer.alloc(signature.length + shorts.length * 2 + longs.length * 4 + more.length * 2)
  let position = bytes.write(signature, 'latin1')
  for (const value of shorts) position = bytes.writeUInt16LE(value, position)
  for (const value of longs) position = bytes.writeUInt32LE(value, position)
  for (const value of more) position = bytes.writeUInt16LE(value, position)
  return bytes
}

async function deflateInto(
  write: (bytes: Uint8Array) => Promise<void>,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<{ readonly crc: number; readonly size: number }> {
  const deflate = createDeflateRaw({ level: 6 })
  let crc = 0
  let size = 0
  const writing = (async () => {
    for await (const chunk of deflate) await write(chunk as Buffer)
  })()
  try {
    for await (const text of pieces) {
      const bytes = Buffer.from(text, 'utf8')
      crc = crc32(bytes, crc)
      size += bytes.length
      if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), writing])
    }
    deflate.end()
    await writing
  } catch (error) {
    deflate.destroy()
    await writing.catch(() => undefined)
    throw error
  }
  return { crc, size }
}
