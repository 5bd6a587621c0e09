import { mkdtemp, rm, symlink, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostilePages } from '../../tests/support/hostile.ts'
import { type Served, contentSecurityPolicy, fileOf, servePages } from './pages.ts'

let folder: string
let root: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-pages-'))
  root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await mkdir(join(folder, 'renderer-secret'))
  await writeFile(
    join(root, 'index.html'),
    '<script nonce="__CSP_NONCE__"></script><style nonce="__CSP_NONCE__"></style>',
  )
  await writeFile(join(root, 'assets/index-C8kj_Ujb.js'), 'const name = "__CSP_NONCE__"')
  await writeFile(join(root, 'assets/notes.txt'), 'plain')
  await writeFile(join(root, '.hidden.js'), 'secret')
  await writeFile(join(folder, 'secret.js'), 'secret')
  await writeFile(join(folder, 'renderer-secret/secret.js'), 'secret')
  await symlink(join(folder, 'secret.js'), join(root, 'link.js'))
  await symlink(join(folder, 'renderer-secret'), join(root, 'linked'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('what is served', () => {
  test('the page, its nonce new each time and the same in its header', async () => {
    const serve = servePages(root)
    const [first, second] = await Promise.all(
      ['app://palier/', 'app://palier/index.html'].map((url) => ask(serve, url)),
    )
    const nonces = [first, second].map(
      (answer) => /'nonce-([^']+)'/.exec(answer?.headers['content-security-policy'] ?? '')?.[1],
    )
    expect(new Set(nonces).size).toBe(2)
    expect(first?.data.toString()).toBe(`<script nonce="${nonces[0]}"></script><style nonce="${nonces[0]}"></style>`)
    expect(first?.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  test('an asset as it is, under the same policy, so that a worker obeys it too', async () => {
    const answer = await ask(servePages(root), 'app://palier/assets/index-C8kj_Ujb.js')
    expect(answer.data.toString()).toBe('const name = "__CSP_NONCE__"')
    expect(answer.headers['content-security-policy']).toContain(`default-src 'none'`)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test('a hash belongs to the page', async () => {
    expect((await ask(servePages(root), 'app://palier/#/people')).statusCode).toBe(200)
  })

  test.each(hostilePages)('not %j', async (url) => {
    const answer = await ask(servePages(root), url)
    expect([answer.statusCode, answer.data.toString()]).toEqual([404, ''])
  })

  test('there are at least forty of them', () => expect(new Set(hostilePages).size).toBeGreaterThanOrEqual(40))

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('nothing by %s', async (method) => {
    expect((await ask(servePages(root), 'app://palier/', method)).statusCode).toBe(404)
  })

  test('a name never leaves the root, however it is written', () => {
    for (const url of hostilePages) expect(fileOf(root, url)?.path.startsWith(root + sep) ?? true).toBe(true)
  })
})

test('the policy allows itself, its nonce, and nothing from outside', () => {
  const policy = new Map(
    contentSecurityPolicy('abc')
      .split('; ')
      .map((line) => [line.split(' ', 1)[0], line.split(' ').slice(1)]),
  )
  expect(Object.fromEntries(policy)).toEqual({
    'default-src': [`'none'`],
    'script-src': [`'self'`],
    'style-src': [`'self'`, `'nonce-abc'`],
    'img-src': [`'self'`, 'blob:', 'data:'],
    'font-src': [`'self'`],
    'connect-src': [`'self'`],
    'frame-src': [`'none'`],
    'object-src': [`'none'`],
    'base-uri': [`'none'`],
    'form-action': [`'none'`],
    'frame-ancestors': [`'none'`],
  })
})

/** As Electron hands it over: the address is not parsed again on the way. */
function ask(serve: ReturnType<typeof servePages>, url: string, method = 'GET'): Promise<Served> {
  return serve({ method, url })
}
