import { daysBetween, isIsoDay } from '../../shared/rules/days.ts'
import type { NewFile } from './new-file.ts'
import type { Table, TableCell, TableColumn, TableRow } from './table.ts'
import { zipInto } from './zip-file.ts'

/**
 * A workbook as French offices use them: the header stays in sight, filters are ready, days are days, identifiers are
 * texts that keep their zeros. Rows go to the disk as they come. A text is stored as one, so that none is a formula.
 */
export async function writeXlsx(file: NewFile, table: Table): Promise<number> {
  const zip = zipInto(file)
  const { name, columns, about } = table
  let count = 0
  await zip.part('[Content_Types].xml', [contentTypes])
  await zip.part('_rels/.rels', [packageLinks])
  await zip.part('xl/_rels/workbook.xml.rels', [workbookLinks])
  await zip.part('xl/styles.xml', [styles])
  await zip.part(
    'xl/worksheets/sheet1.xml',
    sheetOf(table, (rows) => (count = rows)),
  )
  await zip.part('xl/worksheets/sheet2.xml', aboutSheet(about.lines))
  await zip.part('xl/workbook.xml', [
    workbook(sheetName(name), sheetName(about.name), rangeOf(columns.length, count + 1)),
  ])
  await zip.end()
  return count
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`
const packageLinks = `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const workbookLinks = `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`

/** By their place in `cellXfs`. */
const style = { plain: 0, header: 1, day: 2, text: 3, wrapped: 4 } as const
const styles = `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EFEE"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function workbook(name: string, aboutName: string, range: string): string {
  const quotedName = `'${name.replaceAll("'", "''")}'`
  return `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="false"/><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/><sheet name="${escaped(aboutName)}" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${escaped(`${quotedName}!${range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`)}</definedName></definedNames></workbook>`
}

/** A sheet's name: 31 letters, none of those that a formula uses. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[\\/?*[\]:\s]+/g, ' ')
      .replaceAll(/^'|'$/g, '')
      .trim()
      .slice(0, 31) || '1'
  )
}

const rowsMeasured = 200

async function* sheetOf({ columns, rows }: Table, ended: (rows: number) => void): AsyncGenerator<string> {
  const iterator = rows[Symbol.asyncIterator]()
  const first: TableRow[] = []
  let more = true
  while (more && first.length < rowsMeasured) {
    const next = await iterator.next()
    if (next.done === true) more = false
    else first.push(next.value)
  }
  yield `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths(columns, first)}<sheetData>`
  yield `<row r="1">${columns.map(({ header }, index) => textCell(index, 1, header, style.header)).join('')}</row>`
  let count = 0
  let piece = ''
  const add = (row: TableRow) => {
    count += 1
    const line = count + 1
    piece += `<row r="${line}">${columns.map((column, index) => cellXml(index, line, row[index] ?? null, column)).join('')}</row>`
  }
  first.forEach(add)
  while (more) {
    if (piece.length > 64 * 1024) {
      yield piece
      piece = ''
    }
    const next = await iterator.next()
    if (next.done === true) more = false
    else add(next.value)
  }
  ended(count)
  const range = rangeOf(columns.length, count + 1)
  yield `${piece}</sheetData><autoFilter ref="${range}"/><ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
}

function aboutSheet(lines: readonly (readonly [string, string])[]): readonly string[] {
  const rows = lines.map(
    ([label, text], index) =>
      `<row r="${index + 1}">${textCell(0, index + 1, label, style.header)}${textCell(1, index + 1, text, style.wrapped)}</row>`,
  )
  return [
    `${xml}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="26" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`,
  ]
}

/** As wide as the first rows ask, within reason. */
function widths(columns: readonly TableColumn[], rows: readonly TableRow[]): string {
  const cols = columns.map(({ header, type, hidden }, index) => {
    const longest = Math.max(
      header.length + 3,
      ...rows.map((row) => (type === 'date' ? 10 : String(row[index] ?? '').length + 1)),
    )
    return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(60, Math.max(8, longest))}" customWidth="1"${hidden === true ? ' hidden="1"' : ''}/>`
  })
  return `<cols>${cols.join('')}</cols>`
}

function cellXml(index: number, line: number, cell: TableCell, { type }: TableColumn): string {
  if (cell === null || cell === '') return ''
  const place = `${letters(index)}${line}`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  // days before March 1900 are numbered otherwise by some; they stay texts
  if (type === 'date' && isIsoDay(cell) && cell >= '1900-03-01')
    return `<c r="${place}" s="${style.day}"><v>${daysBetween('1899-12-30', cell)}</v></c>`
  return textCell(index, line, cell, style.text)
}

function textCell(index: number, line: number, text: string, shape: number): string {
  return `<c r="${letters(index)}${line}" s="${shape}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, 32_767))}</t></is></c>`
}

/** Everything below the space but the tab and the line feed, and two that are no characters. */
const unwritable = /[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]/gu

/** Marks of XML, and the control characters it cannot hold, which the format writes by their number. */
function escaped(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll(unwritable, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

function rangeOf(columns: number, rows: number): string {
  return `A1:${letters(Math.max(0, columns - 1))}${rows}`
}
