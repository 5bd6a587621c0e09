import { inflateRawSync } from 'node:zlib'

export interface WrittenSheet {
  readonly name: string
  readonly xml: string
  /** Rows of cells: a day as `2026-11-23`, a number as a number, anything else as text, nothing as ''. */
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Reads a workbook by its bare parts, with none of the code that wrote it nor that reads foreign files. */
export function readWorkbook(bytes: Buffer): {
  readonly sheets: readonly WrittenSheet[]
  readonly parts: ReadonlyMap<string, string>
} {
  const parts = unzip(bytes)
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) =>
    plain(name),
  )
  const sheets = names.map((name, index) => {
    const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? ''
    return { name, xml, rows: rowsOf(xml) }
  })
  return { sheets, parts }
}

export function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const parts = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    parts.set(name, inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20))).toString('utf8'))
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

function rowsOf(xml: string): (string | number)[][] {
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: (string | number)[] = []
    for (const [, column = '', attributes = '', content = ''] of row.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs,
    )) {
      const index = [...column].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
      while (cells.length < index) cells.push('')
      cells.push(valueOf(attributes, content))
    }
    return cells
  })
}

function valueOf(attributes: string, content: string): string | number {
  if (attributes.includes('inlineStr')) return plain(/<t[^>]*>(.*)<\/t>/s.exec(content)?.[1] ?? '')
  const number = Number(/<v>(.*)<\/v>/.exec(content)?.[1])
  const isDay = attributes.includes('s="2"')
  return isDay ? new Date(Date.UTC(1899, 11, 30) + number * 86_400_000).toISOString().slice(0, 10) : number
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-F]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
