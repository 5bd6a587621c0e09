import { FileFailure } from './failure.ts'
import { refuseDocumentType, tagsOf } from './xml.ts'
import { inflatePart, inflatePieces, type ZipEntry } from './zip.ts'

export interface Sheet {
  readonly name: string
  readonly part: string
}

/** What the cells of a workbook need. Pictures, macros, links and the other sheets are never touched. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly styles: Buffer | null
  readonly sharedStrings: Buffer | null
  /** Days are counted from 1904, as old workbooks of the Macintosh do. */
  readonly from1904: boolean
}

export function readWorkbook(bytes: Buffer, entries: ReadonlyMap<string, ZipEntry>): Workbook {
  const take = (name: string | null): Buffer | null => {
    const entry = name === null ? undefined : entries.get(name)
    if (!entry) return null
    const part = inflatePart(bytes, entry)
    refuseDocumentType(part)
    return part
  }
  const root = take('_rels/.rels')?.toString('utf8')
  const main = root === undefined ? null : targetOf(root, '', '/officeDocument')
  const workbook = take(main)?.toString('utf8')
  if (main === null || workbook === undefined) throw new FileFailure('fileFormatUnknown')
  const folder = main.slice(0, Math.max(0, main.lastIndexOf('/')))
  const links = take(resolvePart(folder, `_rels/${main.slice(main.lastIndexOf('/') + 1)}.rels`))?.toString('utf8') ?? ''
  const from1904 = tagsOf(workbook, 'workbookPr')[0]?.get('date1904') ?? '0'
  return {
    sheets: sheetsOf(workbook, links, folder),
    styles: take(targetOf(links, folder, '/styles')),
    sharedStrings: take(targetOf(links, folder, '/sharedStrings')),
    from1904: from1904 === '1' || from1904 === 'true',
  }
}

function targetOf(links: string, folder: string, kind: string): string | null {
  const link = tagsOf(links, 'Relationship').find((tag) => tag.get('Type')?.endsWith(kind) === true)
  const target = link?.get('Target')
  return target === undefined ? null : resolvePart(folder, target)
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder === '' ? [] : folder.split('/')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** Those that can be seen; a workbook whose sheets are all hidden shows them. */
function sheetsOf(workbook: string, links: string, folder: string): readonly Sheet[] {
  const targets = new Map(tagsOf(links, 'Relationship').map((tag) => [tag.get('Id') ?? '', tag]))
  const all = tagsOf(workbook, 'sheet').flatMap((tag) => {
    const id = [...tag].find(([name]) => name === 'id' || name.endsWith(':id'))?.[1] ?? ''
    const link = targets.get(id)
    const target = link?.get('Target')
    if (target === undefined || link?.get('Type')?.endsWith('/worksheet') !== true) return []
    return [
      {
        name: tag.get('name') ?? '',
        part: resolvePart(folder, target),
        hidden: tag.has('state') && tag.get('state') !== 'visible',
      },
    ]
  })
  const visible = all.filter((sheet) => !sheet.hidden)
  return visible.length > 0 ? visible : all
}

/**
 * One sheet as a workbook of its own, in the order a streaming parser needs: what explains the cells first,
 * nothing compressed. Each part's size is therefore known and was checked, and the bytes of the sheet flow
 * only as `mayFlow` lets them.
 */
export async function* asOneSheetWorkbook(
  bytes: Buffer,
  workbook: Workbook,
  sheet: ZipEntry,
  mayFlow: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for (const [name, part] of explainingParts(workbook)) {
    yield localHeader(name, part.length)
    yield part
  }
  yield localHeader('xl/worksheets/sheet1.xml', sheet.size)
  let isFirst = true
  for await (const piece of inflatePieces(bytes, sheet)) {
    if (isFirst) refuseDocumentType(piece)
    isFirst = false
    await mayFlow()
    yield piece
  }
}

function explainingParts({ styles, sharedStrings, from1904 }: Workbook): readonly (readonly [string, Buffer])[] {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const links = (inner: string) => `<Relationships xmlns="${packaged}/relationships">${inner}</Relationships>`
  const inner = [
    link('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    styles ? link('rId2', 'styles', 'styles.xml') : '',
    sharedStrings ? link('rId3', 'sharedStrings', 'sharedStrings.xml') : '',
  ]
  const main = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`
  return [
    ['[Content_Types].xml', Buffer.from(`<Types xmlns="${packaged}/content-types"></Types>`)],
    ['_rels/.rels', Buffer.from(links(link('rId1', 'officeDocument', 'xl/workbook.xml')))],
    ['xl/workbook.xml', Buffer.from(main)],
    ['xl/_rels/workbook.xml.rels', Buffer.from(links(inner.join('')))],
    ...(styles ? [['xl/styles.xml', styles] as const] : []),
    ...(sharedStrings ? [['xl/sharedStrings.xml', sharedStrings] as const] : []),
  ]
}

function localHeader(name: string, size: number): Buffer {
  const nameBytes = Buffer.from(name, 'utf8')
  const header = Buffer.alloc(30 + nameBytes.length)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt32LE(size, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(nameBytes.length, 26)
  nameBytes.copy(header, 30)
  return header
}
