const endMark = 0x06054b50
const entryMark = 0x02014b50
const endSize = 22
const entrySize = 46
const longestComment = 0xffff
const mostEntries = 10_000

/** The names of what an archive holds, by its own table; null for bytes that are no whole archive. Nothing is unpacked. */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0 || count > mostEntries) return null
  const names: string[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + entrySize > end || view.getUint32(at, true) !== entryMark) return null
    const nameLength = view.getUint16(at + 28, true)
    const begin = at + entrySize
    if (begin + nameLength > end) return null
    names.push(Buffer.from(bytes.subarray(begin, begin + nameLength)).toString('utf8'))
    at = begin + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

/** The table stands at the end, before a comment of any length. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endSize - longestComment)
  for (let at = view.byteLength - endSize; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return null
}
