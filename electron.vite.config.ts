import { readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const from = (path: string) => resolve(import.meta.dirname, path)

// Everything is bundled; only native modules stay outside, found by their own lookup at run time.
const native = ['better-sqlite3', '@node-rs/argon2']
const bundled = Object.keys(readPackage().dependencies).filter((name) => !native.includes(name))

// The words of the product have accents, and an engine keeps a file that has some in two bytes a letter: read, checked and
// kept at twice the cost.
const charset = 'ascii'

// The build serves the current Electron and the older runtime used for tests where the official one cannot be had:
// hence the explicit targets, older than what electron-vite would choose.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      minify: true, // half the time to read the code of the data process
      externalizeDeps: { include: native, exclude: bundled },
      rolldownOptions: {
        input: { index: from('src/main/index.ts') },
        // code of the older kind of module, which alone can be compiled ahead; a process's file is called as its folder
        output: {
          format: 'cjs',
          charset,
          entryFileNames: '[name].cjs',
          chunkFileNames: (chunk) => `chunks/${nameOf(chunk)}-[hash].cjs`,
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: from('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      target: 'chrome130',
      minify: true,
      rolldownOptions: {
        input: from('src/renderer/index.html'),
        output: {
          charset,
          codeSplitting: {
            groups: [
              { name: 'grid', test: /ag-grid/ },
              { debugName: 'pages', name: (id, bundle) => fileFor(id, (other) => bundle.getModuleInfo(other)) },
            ],
          },
        },
      },
    },
    plugins: [react(), plainOrder(), nothingEmpty()],
  },
})

function nameOf({ name, facadeModuleId }: { readonly name: string; readonly facadeModuleId: string | null }): string {
  return name === 'index' && facadeModuleId !== null ? basename(dirname(facadeModuleId)) : name
}

/**
 * The files lie on the disk beside the program: a few large ones start sooner than many small ones. So there are two: what
 * the window needs to show its first page, and all other pages, read once that one is drawn. What is large and seldom
 * used stays apart: the calendar, and the dictionaries that a new passphrase is compared with.
 */
function fileFor(id: string, moduleOf: (id: string) => ModuleInfo | null): string | null {
  if (/zxcvbn|french-words|[\\/]Calendar\.tsx|mantine[\\/]dates/.test(id)) return null
  first ??= reachedFrom(from('src/renderer/index.html'), moduleOf)
  return first.has(id) ? 'first' : 'pages'
}

let first: ReadonlySet<string> | undefined

/**
 * The grid puts its modules in order by the rules of a language, which the engine then reads: 7 ms of each start, for a few
 * plain names. A version of the grid that is written otherwise is told, not passed over.
 */
function plainOrder(): Plugin {
  const byLanguage = 'a.moduleName.localeCompare(b.moduleName)'
  return {
    name: 'plain-order',
    apply: 'build',
    transform(code, id) {
      if (!/node_modules[\\/]ag-grid-community[\\/].*main\.esm/.test(id)) return null
      if (!code.includes(byLanguage)) throw new Error(`the grid no longer says ${byLanguage}: is this still needed?`)
      return { code: code.replace(byLanguage, 'a.moduleName < b.moduleName ? -1 : 1'), map: null }
    },
  }
}

/**
 * The first frame is the page: without this the window is first styled, drawn and shown empty, while its code is read. It is
 * said here because the attribute is lost from the page's own script.
 */
function nothingEmpty(): Plugin {
  const script = '<script type="module"'
  return {
    name: 'nothing-empty',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!html.includes(script)) throw new Error(`the page no longer says ${script}: what draws its first frame?`)
        return html.replace(script, `${script} blocking="render"`)
      },
    },
  }
}

/** All that a module imports without waiting. */
function reachedFrom(entry: string, moduleOf: (id: string) => ModuleInfo | null): ReadonlySet<string> {
  const reached = new Set([entry])
  for (const id of reached) for (const imported of moduleOf(id)?.importedIds ?? []) reached.add(imported)
  return reached
}

interface ModuleInfo {
  readonly importedIds: readonly string[]
}

function readPackage(): { dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(from('package.json'), 'utf8'))
}
