import { readFileSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { shellNames } from '../../src/shared/shell-names.ts'
import { hostilePages } from '../support/hostile.ts'
import { type Palier, launchPalier } from '../support/launch.ts'
import { type Outside, openOutside } from '../support/outside.ts'

// What the page may ask of the shell, and what the shell makes of a page that is no longer ours.

let palier: Palier
let outside: Outside
let folder: string

test.beforeAll(async () => {
  outside = await openOutside()
  folder = await mkdtemp(join(tmpdir(), 'palier-doorway-'))
  palier = await launchPalier()
  await palier.window.waitForFunction(() => document.querySelector('#root')?.childElementCount)
})
test.afterAll(async () => {
  await palier.close()
  await outside.close()
  await rm(folder, { recursive: true })
})

test('C3: the page is given its own files and nothing else', async () => {
  const served = await palier.window.evaluate(
    async (addresses) => {
      const answers = addresses.map((address) => fetch(address).catch(() => null))
      return (await Promise.all(answers)).flatMap((answer) => (answer?.ok ? [answer.url] : []))
    },
    [...hostilePages, ...ourOwnCode],
  )
  // Chromium itself makes our page of some of them, by dropping what is before or after the host
  expect(served.filter((url) => url !== 'app://palier/index.html')).toEqual([])
  expect(served.length).toBeLessThan(5)
  expect(await palier.window.evaluate(async () => (await fetch('app://palier/')).status)).toBe(200)
})

/** What lies beside the page's folder, and would be served if a name could lead there. */
const ourOwnCode = [
  '..%2fmain%2findex.js',
  '%2e%2e/main/index.js',
  '..%5cmain%5cindex.js',
  '..%252fmain%252findex.js',
].map((name) => `app://palier/${name}`)

test('C4: the doorway has two doors', async () => {
  const { window } = palier
  const shape = await window.evaluate(() => {
    const doorway: Record<string, unknown> = Reflect.get(globalThis, 'palier')
    const doors = Object.entries(doorway).map(([name, value]) => `${name}: ${typeof value}`)
    return { doors, replaced: Reflect.set(globalThis, 'palier', null), added: Reflect.set(doorway, 'more', 1) }
  })
  expect(shape).toEqual({ doors: ['shell: function', 'on: function'], replaced: false, added: false })
  const unknown = await window.evaluate(() =>
    ['constructor', '__proto__', 'toString', 'shell', 'port', ''].map((name) => {
      try {
        Reflect.get(globalThis, 'palier').on(name, () => undefined)
        return name
      } catch {
        return 'refused'
      }
    }),
  )
  expect(new Set(unknown)).toEqual(new Set(['refused']))
})

test('C5: every call refuses what its schema does not say, and its answer tells nothing', async () => {
  const { window } = palier
  const pieces = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('../../etc/passwd', 'a\0b', '<script>', 'x'.repeat(3000), 1e308),
  )
  const keys = fc.constantFrom(
    'path',
    'html',
    'title',
    'url',
    'filters',
    'defaultName',
    'text',
    'action',
    'theme',
    'to',
    'more',
  )
  const hostile = fc.sample(fc.oneof(fc.jsonValue(), fc.dictionary(keys, pieces, { minKeys: 1 })), {
    numRuns: 300,
    seed: 7,
  })
  const inputs = hostile.map((input) => JSON.stringify(input)).filter((text) => text !== '{}')
  expect(inputs.length).toBeGreaterThan(200)
  for (const name of shellNames) {
    const replies = await window.evaluate(
      ([call, asked]) =>
        Promise.all(
          asked.map(async (text) =>
            JSON.stringify(await Reflect.get(globalThis, 'palier').shell(call, JSON.parse(text))),
          ),
        ),
      [name, inputs] as const,
    )
    expect(
      replies.map((reply) => reply.replace('notFound', 'invalid')),
      name,
    ).toEqual(inputs.map(() => '{"ok":false,"code":"invalid"}'))
  }
})

test('C5: every call has its limit of size', async () => {
  const long = (length: number) => 'a'.repeat(length)
  const too = [
    ['printHtml', { html: long(20_000_001), title: 'a' }],
    ['savePdf', { html: '', title: long(181), path: null }],
    ['openExternal', { url: `https://exemple.fr/${long(2048)}` }],
    ['copyText', { text: long(200_001), personal: false }],
    ['showItemInFolder', { path: `/${long(4096)}` }],
    ['openCopy', { path: `/${long(4096)}` }],
    ['saveFileDialog', { defaultName: long(181), filters: [] }],
    ['openFileDialog', { filters: [{ name: 'a', extensions: ['../a'] }] }],
    ['setTheme', { theme: 'dark', more: 1 }],
  ] as const
  for (const [name, input] of too) expect(await shell(name, input), name).toEqual({ ok: false, code: 'invalid' })
})

test('a path that no dialog gave is neither written nor shown', async () => {
  const path = join(folder, 'agreement.pdf')
  expect(await shell('savePdf', { html: '<p>x</p>', title: 'x', path })).toEqual({ ok: false, code: 'invalid' })
  expect(await shell('showItemInFolder', { path: '/etc/passwd' })).toEqual({ ok: false, code: 'notFound' })
  await expect(readFile(path)).rejects.toThrow('ENOENT')
})

test('C7: only a copy of our own, of a harmless kind, is handed to another program', async () => {
  const { app, userData } = palier
  await app.evaluate(({ shell: system }) => {
    const handed: string[] = []
    Reflect.set(globalThis, 'handed', handed)
    Reflect.set(system, 'openPath', async (path: string) => {
      handed.push(path)
      return handed.length > 1 ? 'no program' : ''
    })
  })
  const copies = join(await realpath(userData), 'copies')
  await mkdir(copies, { recursive: true })
  const name = (end: string) => `0123456789abcdef01234567.${end}`
  const pdf = '%PDF-1.7'
  for (const [file, text] of [
    [join(folder, name('pdf')), pdf],
    [join(copies, name('pdf')), pdf],
    [join(copies, name('desktop')), pdf],
    [join(copies, name('exe')), pdf],
    [join(copies, name('png')), '#!/bin/sh'],
    [join(copies, 'paper.pdf'), pdf],
  ] as const)
    await writeFile(file, text)
  await symlink(join(folder, name('pdf')), join(copies, `f${name('pdf').slice(1)}`))
  const refused = [
    join(folder, name('pdf')),
    `${copies}/../copies/${name('pdf')}`,
    `${copies}/./${name('pdf')}`,
    join(copies, name('desktop')),
    join(copies, name('exe')),
    join(copies, name('png')),
    join(copies, 'paper.pdf'),
    join(copies, `f${name('pdf').slice(1)}`),
    `${join(copies, name('pdf'))}\0.exe`,
    join(copies, name('docx')),
    join(userData, 'device.json'),
    copies,
    name('pdf'),
  ]
  for (const path of refused) {
    const code = path.includes('\0') ? 'invalid' : 'notFound'
    expect(await shell('openCopy', { path }), path).toEqual({ ok: false, code })
  }
  const handed = () => app.evaluate(() => Reflect.get(globalThis, 'handed') as string[])
  expect(await handed()).toEqual([])
  const path = join(copies, name('pdf'))
  expect(await shell('openCopy', { path })).toEqual({ ok: true, value: { opened: true } })
  expect(await shell('openCopy', { path })).toEqual({ ok: true, value: { opened: false } })
  expect(await handed()).toEqual([path, path])
})

test('C10: a document is laid out as text: no script, no request, no file', async () => {
  const path = join(folder, 'agreement.pdf')
  await palier.app.evaluate(({ dialog }, filePath) => {
    Reflect.set(dialog, 'showSaveDialog', async () => ({ canceled: false, filePath }))
  }, path)
  const away = outside.url
  const html =
    `<!doctype html><html lang="fr"><head><title>Accord</title><link rel="stylesheet" href="${away}/link.css">
    <meta http-equiv="refresh" content="0;url=${away}/refresh"><style>@import "${away}/import.css"; p { background: url(${away}/background) }</style></head>
    <body><p id="name">Aïcha Benali</p><script>document.getElementById('name').textContent = 'ran'; fetch('${away}/script')</script>
    <img src="${away}/image" onerror="document.body.textContent='ran'"><img src="file:///etc/hostname"><iframe src="file:///etc/passwd" width="600" height="600"></iframe>
    <iframe src="${away}/frame"></iframe><object data="${away}/object"></object><embed src="file:///etc/passwd"><video hidden src="${away}/video"></video>
    <svg><image href="${away}/svg"/></svg></body></html>`.replaceAll(/\n\s*/g, '')
  expect(await shell('savePdf', { html, title: 'Accord', path: null })).toEqual({ ok: true, value: path })
  const pdf = await readFile(path)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(outside.asked).toEqual([])
  expect(countGlyphs(pdf)).toBe('Aïcha Benali'.length) // neither what a script would have written, nor a file's lines
  expect(await shell('showItemInFolder', { path })).toEqual({ ok: true, value: null })
})

test('C11: no dump is sent anywhere, and none would hold the memory of the processes that know the key', async () => {
  test.skip(process.platform !== 'linux', 'the system says so in /proc on Linux only')
  const pids = await palier.app.evaluate(({ app }) => [
    process.pid,
    ...app.getAppMetrics().flatMap(({ name, pid }) => (name === 'palier-data' ? [pid] : [])),
  ])
  expect(pids).toHaveLength(2)
  for (const pid of pids) expect(Number.parseInt(readFileSync(`/proc/${pid}/coredump_filter`, 'utf8'), 16)).toBe(0)
  expect(commandsOf(palier.app.process().pid ?? 0).filter((command) => command.includes('crashpad'))).toEqual([])
})

test('C8: no developer tools', async () => {
  const opened = await palier.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return new Promise((resolve) => {
      contents?.once('devtools-opened', () => resolve('opened'))
      setTimeout(() => resolve(contents?.isDevToolsOpened() ? 'opened' : 'none'), 4000)
      contents?.openDevTools({ mode: 'detach' })
    })
  })
  expect(opened).toBe('none')
})

test('C19: personal text leaves the clipboard after a minute, unless something else was copied since', async () => {
  const { app, window } = palier
  await app.evaluate(() => {
    const wait = globalThis.setTimeout
    // the minute passes in half a second
    Reflect.set(globalThis, 'setTimeout', (work: () => void, time: number) => wait(work, time === 60_000 ? 500 : time))
  })
  const read = () => app.evaluate(({ clipboard }) => clipboard.readText())
  await shell('copyText', { text: 'Aïcha Benali, 06 12 34 56 78', personal: true })
  expect(await read()).toBe('Aïcha Benali, 06 12 34 56 78')
  await expect.poll(read).toBe('')

  await shell('copyText', { text: 'Aïcha Benali, 06 12 34 56 78', personal: true })
  await app.evaluate(({ clipboard }) => clipboard.writeText('something else'))
  await window.waitForTimeout(1000)
  expect(await read()).toBe('something else')

  await shell('copyText', { text: 'OR-2026-0418', personal: false })
  await window.waitForTimeout(1000)
  expect(await read()).toBe('OR-2026-0418')
})

async function shell(name: string, input: unknown): Promise<unknown> {
  return palier.window.evaluate(([call, asked]) => Reflect.get(globalThis, 'palier').shell(call, asked), [
    name,
    input,
  ] as const)
}

/** Characters shown, counted in the PDF's own drawing orders: four hexadecimal digits for each. */
function countGlyphs(pdf: Buffer): number {
  const bodies = pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)
  const streams = [...bodies].map(([, body]) => inflate(Buffer.from(body ?? '', 'latin1')))
  const orders = streams.flatMap((stream) => [...stream.matchAll(/(\[[^\]]*\]|<[0-9A-F]+>)\s*T[jJ]/g)])
  const digits = orders.flatMap(([, order]) =>
    [...(order ?? '').matchAll(/<([0-9A-F]+)>/g)].map(([, codes]) => codes?.length ?? 0),
  )
  return digits.reduce((sum, length) => sum + length / 4, 0)
}

function inflate(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return '' // not a compressed one: a font or a picture
  }
}

/** The command lines of a process and of all that descend from it. */
function commandsOf(root: number): readonly string[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, parent] = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
        return [{ pid: Number(pid), parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }]
      } catch {
        return [] // it has just ended
      }
    })
  const below = (pid: number): readonly string[] =>
    processes.filter(({ parent }) => parent === pid).flatMap((child) => [child.command, ...below(child.pid)])
  return below(root)
}
