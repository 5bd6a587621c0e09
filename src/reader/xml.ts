import { FileFailure } from './failure.ts'

/** What these few small parts of a workbook need: the opening tags of one name, with their attributes. */
export function tagsOf(xml: string, name: string): readonly ReadonlyMap<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])([^<>]*)>`, 'g'))
  return [...tags].map(([, attributes = '']) => attributesOf(attributes))
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return new Map([...pairs].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]))
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole
    const code = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Workbooks never declare a document type; one that does means harm. */
export function refuseDocumentType(beginning: Uint8Array): void {
  const text = Buffer.from(beginning.subarray(0, 4096)).toString('latin1').replaceAll('\0', '')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new FileFailure('fileUnreadable', { reason: 'documentType' })
}
