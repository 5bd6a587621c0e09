import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
const windows = sources.flatMap(([name, text]) =>
  [...text.matchAll(/webPreferences: \{[^{}]*\}/g)].map(([found]) => [name, found] as const),
)

test('every window is made here, with its rights written out', () => {
  const made = sources.flatMap(([, text]) => [...text.matchAll(/new (BrowserWindow|WebContentsView|BrowserView)\(/g)])
  expect(windows).toHaveLength(made.length)
  expect(windows.length).toBeGreaterThan(0)
})

test.each(windows)('%s: no right of a page comes from a value', (_name, preferences) => {
  expect(preferences).not.toContain('...')
  for (const [right, value] of Object.entries(rights)) expect(preferences).toContain(`${right}: ${value}`)
  expect(preferences).not.toMatch(/enableBlinkFeatures|offscreen|additionalArguments|disableBlinkFeatures/)
})

const rights = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
}
