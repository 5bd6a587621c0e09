import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** Where the page comes from: nothing else is ever loaded. */
export const pageOrigin = 'app://palier'
export const pageUrl = `${pageOrigin}/`

/** What the build puts beside the page; nothing of another kind is served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * The file a URL names under the root, or null. What the build writes has plain names, so anything that
 * would need decoding is refused as it stands: no `..`, no encoded character, no backslash, no query.
 */
export function fileOf(root: string, url: string): { readonly path: string; readonly type: string } | null {
  const [, path] = /^app:\/\/palier((?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+|\/)$/.exec(url) ?? []
  if (path === undefined) return null
  const name = path === '/' ? '/index.html' : path
  const type = types[extname(name)]
  return type === undefined ? null : { path: join(root, name), type }
}

/** What the page may do. The nonce is for the style sheets that the libraries write at run time. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `frame-src 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** What a request is answered: Electron's own shape for bytes. */
export interface Served {
  readonly statusCode: 200 | 404
  readonly headers: Record<string, string>
  readonly data: Buffer
}

/**
 * Answers the requests for `app:`, in bytes: a `Response` of the web would first load all of Node's network code, which
 * the page would wait for.
 */
export function servePages(
  root: string,
): (request: { readonly method: string; readonly url: string }) => Promise<Served> {
  const early = readEarly(root)
  return async ({ method, url }) => {
    const file = method === 'GET' || method === 'HEAD' ? fileOf(root, withoutHash(url)) : null
    const content = file && (await (early(file.path) ?? readInside(root, file.path)))
    if (!file || !content) return { statusCode: 404, headers: {}, data: Buffer.alloc(0) }
    const nonce = randomBytes(16).toString('base64')
    const headers = {
      'content-type': file.type,
      'content-security-policy': contentSecurityPolicy(nonce), // for every file: a worker obeys its own script's
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    }
    if (!file.path.endsWith('.html')) return { statusCode: 200, headers, data: content }
    return { statusCode: 200, headers, data: Buffer.from(content.toString('utf8').replaceAll('__CSP_NONCE__', nonce)) }
  }
}

/** The page and the files it names, read while its window is made; each is given once, and no longer kept. */
function readEarly(root: string): (path: string) => Promise<Buffer | null> | undefined {
  const files = new Map<string, Promise<Buffer | null>>()
  const read = (path: string) => {
    const content = readInside(root, path)
    files.set(path, content)
    return content
  }
  void read(join(root, 'index.html')).then((page) => {
    const named = page?.toString('utf8').matchAll(/"\.\/(assets\/[A-Za-z0-9._-]+)"/g) ?? []
    for (const [, name = ''] of named) void read(join(root, name))
  })
  return (path) => {
    const content = files.get(path)
    files.delete(path)
    return content
  }
}

/** A link that leads out of the root is not followed. */
async function readInside(root: string, path: string): Promise<Buffer | null> {
  try {
    const [inside, real] = await Promise.all([realpath(root), realpath(path)])
    return real.startsWith(inside + sep) ? await readFile(real) : null
  } catch {
    return null // there is no such file
  }
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? url
}
