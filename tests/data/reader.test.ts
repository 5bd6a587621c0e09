import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, crc32 } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { readFileRows } from '../../src/reader/read-file.ts'
import { serveReader } from '../../src/reader/serve.ts'
import type { FileShape, FromReader, ReadCell } from '../../src/shared/reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-reader-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
function fileOf(bytes: Uint8Array | string, name = 'file'): string {
  const path = join(folder, `${(files += 1)}-${name}`)
  writeFileSync(path, bytes)
  return path
}

interface Read {
  readonly shape: FileShape
  readonly sheets: readonly string[]
  readonly headers: readonly string[]
  readonly lines: readonly number[]
  readonly cells: readonly (readonly ReadCell[])[]
  readonly faults: readonly (string | null)[]
  readonly batches: number
}

async function read(path: string, chosen: FileShape | null = null): Promise<Read> {
  const messages: FromReader[] = []
  for await (const message of readFileRows(path, chosen)) messages.push(message)
  const [shape] = messages
  if (shape?.type !== 'shape') throw new Error('the shape comes first')
  const batches = messages.flatMap((message) => (message.type === 'rows' ? [message.rows] : []))
  const rows = batches.flat()
  return {
    shape: shape.shape,
    sheets: shape.sheets,
    headers: shape.headers,
    lines: rows.map((row) => row.line),
    cells: rows.map((row) => row.cells),
    faults: rows.map((row) => row.fault),
    batches: batches.length,
  }
}

const macRoman = new Map(
  Array.from('éèêàçÉœ’°').map((letter, index) => [
    letter,
    [0x8e, 0x8f, 0x90, 0x88, 0x8d, 0x83, 0xcf, 0xd5, 0xa1][index] ?? 0,
  ]),
)
const windows = new Map([
  ['œ', 0x9c],
  ['’', 0x92],
  ['€', 0x80],
])

function encoded(text: string, table: ReadonlyMap<string, number>): Buffer {
  return Buffer.from(Array.from(text).map((letter) => table.get(letter) ?? letter.charCodeAt(0)))
}

describe('text files', () => {
  const table = 'Nom;Prénom;Projet\r\nMAKIESE;Prisca;Traiteur d’été\r\nKERVADÉ;Solène;Épicerie, cœur de ville\r\n'
  const expected = [
    ['MAKIESE', 'Prisca', 'Traiteur d’été'],
    ['KERVADÉ', 'Solène', 'Épicerie, cœur de ville'],
  ]

  test.each([
    ['utf-8', Buffer.from(table, 'utf8')],
    ['utf-8', Buffer.from(`\ufeff${table}`, 'utf8')],
    ['utf-16le', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['utf-16le', Buffer.from(table, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${table}`, 'utf16le').swap16()],
    ['windows-1252', encoded(table, windows)],
    ['macintosh', encoded(table, macRoman)],
  ])('%s is recognised and gives the letters that were written', async (encoding, bytes) => {
    const file = await read(fileOf(bytes, 'liste.csv'))
    expect(file.shape).toEqual({ format: 'csv', sheet: null, headerRow: 0, encoding, delimiter: ';' })
    expect(file.headers).toEqual(['Nom', 'Prénom', 'Projet'])
    expect(file.cells).toEqual(expected)
  })

  test('an accent on the last line of a long file still tells its encoding', async () => {
    const long = `Nom;Prénom\n${'DUPONT;Anne\n'.repeat(20_000)}`.replace('é', 'e')
    const file = await read(fileOf(encoded(`${long}KERVADEC;Solène\n`, windows)))
    expect(file.cells.at(-1)).toEqual(['KERVADEC', 'Solène'])
    expect(file.batches).toBe(41)
  })

  test.each([';', ',', '\t', '|'])('the delimiter %j is found', async (delimiter) => {
    const rows = [
      ['Nom', 'Ville', 'CP'],
      ['Le Goff', 'Rezé', '44400'],
      ['Petit', 'Arles', '13200'],
    ]
    const file = await read(fileOf(rows.map((row) => row.join(delimiter)).join('\n')))
    expect(file.shape.delimiter).toBe(delimiter)
    expect(file.cells).toEqual(rows.slice(1))
  })

  test('quoted cells keep their newlines, quotes and delimiters', async () => {
    const file = await read(fileOf('Nom;Note\r\n"Petit; dit ""Jo""";"une\r\ndeux"\r\nRoux;x\r\n'))
    expect(file.cells).toEqual([
      ['Petit; dit "Jo"', 'une\ndeux'],
      ['Roux', 'x'],
    ])
  })

  test('title rows above the header are left out, and lines keep their numbers', async () => {
    const file = await read(
      fileOf(
        'Liste des orientations au 12/10/2026;;;\n;;;\nNom;Prénom;Téléphone;Code postal\nPETIT;Jo;0639983774;44400\n\nROUX;Al;0639983775;44400\n',
      ),
    )
    expect(file.shape.headerRow).toBe(2)
    expect(file.lines).toEqual([4, 6])
  })

  test('a list without a header begins with its data', async () => {
    const file = await read(fileOf('PETIT;0639983774;44400\nROUX;0639983775;44400\n'))
    expect(file.shape.headerRow).toBeNull()
    expect(file.cells).toHaveLength(2)
  })

  test('a header chosen by hand, an encoding and a delimiter are obeyed', async () => {
    const path = fileOf(encoded('a;b\nNom;Prénom\nKERVADÉ;Solène\n', windows))
    const chosen: FileShape = { format: 'csv', sheet: null, headerRow: 1, encoding: 'macintosh', delimiter: ';' }
    const file = await read(path, chosen)
    expect(file.headers).toEqual(['Nom', 'PrÈnom'])
    expect(file.cells).toEqual([['KERVAD…', 'SolËne']])
  })

  test('columns called __proto__ and constructor are columns like others', async () => {
    const file = await read(fileOf('Nom;__proto__;constructor\nPETIT;{"polluted":1};x\n'))
    expect(file.headers).toEqual(['Nom', '__proto__', 'constructor'])
    expect(file.cells).toEqual([['PETIT', '{"polluted":1}', 'x']])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('a quote never closed costs the row it is in, and says so', async () => {
    const file = await read(fileOf('Nom;Note\nPETIT;ok\nROUX;"sans fin\nMOREL;x\n'))
    expect(file.faults).toEqual([null, 'unclosedQuote'])
  })

  test('a cell longer than a spreadsheet allows refuses its row alone', async () => {
    const file = await read(fileOf(`Nom;Note\nPETIT;${'x'.repeat(40_000)}\nROUX;ok\n`))
    expect(file.faults).toEqual(['cellTooLong', null])
  })
})

describe('workbooks', () => {
  async function workbook(): Promise<Uint8Array> {
    return writeXlsx({
      sheets: [
        {
          name: 'Résidents',
          columns: [{}, {}, {}, { numFmt: 'dd/mm/yyyy' }, {}],
          rows: [
            ['Suivi des résidents', null, null, null, null],
            [],
            ['Nom', 'Téléphone', 'Code postal', 'Né(e) le', 'QPV'],
            ['MAKIESE', 639983774, 6000, new Date(Date.UTC(1990, 4, 25)), true],
            ['KERVADÉ', '06 39 98 29 50', '44400', null, false],
          ],
        },
        { name: 'Cachée', rows: [['x']], hidden: true },
        {
          name: 'Autres',
          rows: [
            ['Nom', 'Ville'],
            ['Petit', 'Arles'],
          ],
        },
      ],
    })
  }

  test('cells keep their types, titles are skipped, hidden sheets are not offered', async () => {
    const file = await read(fileOf(await workbook(), 'a.xlsx'))
    expect(file.shape).toEqual({ format: 'xlsx', sheet: 'Résidents', headerRow: 2, encoding: null, delimiter: null })
    expect(file.sheets).toEqual(['Résidents', 'Autres'])
    expect(file.lines).toEqual([4, 5])
    expect(file.cells).toEqual([
      ['MAKIESE', 639983774, 6000, { date: '1990-05-25' }, true],
      ['KERVADÉ', '06 39 98 29 50', '44400', null, false],
    ])
  })

  test('another sheet is read when it is chosen', async () => {
    const chosen: FileShape = { format: 'xlsx', sheet: 'Autres', headerRow: 0, encoding: null, delimiter: null }
    expect((await read(fileOf(await workbook(), 'a.xlsx'), chosen)).cells).toEqual([['Petit', 'Arles']])
  })

  test('twenty thousand rows come in order, whatever the compression', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`Nom ${index}`, index, `Ville ${index % 7}`])
    const file = await read(
      fileOf(await writeXlsx({ sheets: [{ name: 'A', rows: [['Nom', 'Numéro', 'Ville'], ...rows] }] })),
    )
    expect(file.cells).toHaveLength(20_000)
    expect(file.cells[12_345]).toEqual(['Nom 12345', 12_345, 'Ville 4'])
  })
})

describe('files that must be refused', () => {
  const failing = (path: string) =>
    read(path).then(
      () => null,
      (error: { code: string; data: Record<string, unknown> }) => [error.code, error.data],
    )

  test('by their size, before they are read', async () => {
    const path = fileOf('Nom\n')
    truncateSync(path, 10 * 1024 ** 3)
    const before = performance.now()
    expect(await failing(path)).toEqual(['fileTooLarge', { limit: 'fileBytes', allowed: 50 * 1024 * 1024 }])
    expect(performance.now() - before).toBeLessThan(1000)
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'fileEmpty'],
    ['spaces only', Buffer.from('  \n ;; \n'), 'fileEmpty'],
    ['a header alone', Buffer.from('Nom;Prénom;Ville\n'), 'fileEmpty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0]), 'fileFormatUnknown'],
    ['a web page called .xls', Buffer.from('<html><table><tr><td>Nom</td></tr></table></html>'), 'fileFormatUnknown'],
    ['a workbook of before 2007', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'fileFormatUnknown'],
    ['half an archive', Buffer.from('PK\u0003\u0004 half'), 'fileUnreadable'],
  ])('%s', async (_what, bytes, code) => {
    expect(await failing(fileOf(bytes))).toEqual([code, expect.anything()])
  })

  test('a workbook with a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'A', rows: [['Nom'], ['Petit']] }],
      encryption: { password: 'secret', spinCount: 1000 },
    })
    expect(await failing(fileOf(bytes))).toEqual(['fileProtected', {}])
  })

  test('more columns, or more rows, than a list has', async () => {
    expect(await failing(fileOf(`${Array.from({ length: 301 }, (_, index) => `c${index}`).join(';')}\n`))).toEqual([
      'fileTooLarge',
      { limit: 'columns', allowed: 300 },
    ])
    expect(await failing(fileOf(`Nom;Ville\n${'a;b\n'.repeat(200_001)}`))).toEqual([
      'fileTooLarge',
      { limit: 'rows', allowed: 200_000 },
    ])
  })

  test('an archive that inflates without end, lies about its sizes, or leaves its folder', async () => {
    const bomb = zipOf([['xl/worksheets/sheet1.xml', Buffer.alloc(60 * 1024 * 1024, 32)]])
    expect(await failing(fileOf(bomb))).toEqual(['fileTooLarge', { limit: 'inflatedRatio', allowed: 100 }])
    const many = zipOf(Array.from({ length: 2001 }, (_, index) => [`part${index}`, Buffer.from('x')]))
    expect(await failing(fileOf(many))).toEqual(['fileTooLarge', { limit: 'entries', allowed: 2000 }])
    const lying = zipOf([['_rels/.rels', Buffer.alloc(5000, 32)]], { announced: 10 })
    expect(await failing(fileOf(lying))).toEqual(['fileUnreadable', { reason: 'archive' }])
    for (const name of ['../evil.xml', '/etc/passwd', 'C:\\evil', 'a\\b']) {
      expect(await failing(fileOf(zipOf([[name, Buffer.from('x')]])))).toEqual([
        'fileUnreadable',
        { reason: 'archive' },
      ])
    }
  })

  test('a workbook that declares entities', async () => {
    const rels = '<!DOCTYPE r [<!ENTITY a "aaaa">]><Relationships/>'
    expect(await failing(fileOf(zipOf([['_rels/.rels', Buffer.from(rels)]])))).toEqual([
      'fileUnreadable',
      { reason: 'documentType' },
    ])
  })
})

test('a batch leaves only when it is asked for', async () => {
  const path = fileOf(`Nom;Ville\n${'a;b\n'.repeat(1600)}`)
  const sent: FromReader[] = []
  let ask: (message: unknown) => void = () => undefined
  serveReader({
    send: (message) => sent.push(message),
    onMessage: (listener) => (ask = listener),
    pulse: () => undefined,
  })
  ask({ type: 'read', path, shape: null })
  const settled = () => new Promise((resolve) => setTimeout(resolve, 50))
  await settled()
  expect(sent.map((message) => message.type)).toEqual(['shape'])
  ask({ type: 'next' })
  await settled()
  expect(sent.map((message) => message.type)).toEqual(['shape', 'rows'])
  for (let more = 0; more < 3; more += 1) ask({ type: 'next' })
  await settled()
  expect(sent.map((message) => message.type)).toEqual(['shape', 'rows', 'rows', 'rows', 'rows', 'end'])
})

/** A small archive, sizes told truly or not. */
function zipOf(parts: readonly (readonly [string, Buffer])[], options: { readonly announced?: number } = {}): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const body = deflateRawSync(content)
    const nameBytes = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(body.length, 14)
    facts.writeUInt32LE(options.announced ?? content.length, 18)
    facts.writeUInt16LE(nameBytes.length, 22)
    pieces.push(Buffer.from('PK\u0003\u0004', 'latin1'), facts, nameBytes, body)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts, tail, nameBytes)
    offset += 30 + nameBytes.length + body.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, list, end])
}

test('the landlords of the sample are read whole', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '../fixtures/bailleurs_13_sisal2021.csv'))
  const file = await read(fileOf(bytes))
  expect(file.headers).toEqual(['nom', 'siren', 'siret', 'code_postal', 'ville', 'categorie'])
  expect(file.cells).toHaveLength(38)
})
