import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (path: string) => resolve(import.meta.dirname, path)

// Everything is bundled; only native modules stay outside, found by their own lookup at run time.
const native = ['better-sqlite3', '@node-rs/argon2']
const bundled = Object.keys(readPackage().dependencies).filter((name) => !native.includes(name))

// The build serves the current Electron and the older runtime used for tests where the official one cannot be had:
// hence the explicit targets, older than what electron-vite would choose.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      minify: true, // half the time to read the code of the data process
      externalizeDeps: { include: native, exclude: bundled },
      rolldownOptions: { input: { index: from('src/main/index.ts') } },
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
          codeSplitting: {
            groups: [
              { name: 'grid', test: /ag-grid/ },
              { name: 'app', test: isAlwaysUsed },
            ],
          },
        },
      },
    },
    plugins: [react()],
  },
})

/**
 * The files lie on the disk beside the program: a few large ones start sooner than many small ones. What is large and
 * seldom used stays apart: the calendar, and the dictionaries that a new passphrase is compared with.
 */
function isAlwaysUsed(id: string): boolean {
  return !/zxcvbn|french-words|[\\/]Calendar\.tsx|mantine[\\/]dates/.test(id)
}

function readPackage(): { dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(from('package.json'), 'utf8'))
}
