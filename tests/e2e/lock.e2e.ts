import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createSpace, passphrase, unlock } from '../support/journey.ts'
import { keysOf } from '../support/keys-of.ts'
import { type Palier, launchPalier } from '../support/launch.ts'
import { countInMemory, processTree } from '../support/memory.ts'

let palier: Palier
let userData: string
test.beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'palier-lock-'))
  palier = await launchPalier({ userData })
})
test.afterEach(async () => {
  await palier.app.close().catch(() => undefined)
  await rm(userData, { recursive: true, force: true })
})

async function spaceFolder(): Promise<string> {
  const [name] = await readdir(join(userData, 'spaces'))
  return join(userData, 'spaces', name ?? '')
}

test('after a lock, no process of the application holds the space’s keys', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  await createSpace(palier)
  const { spaceKey, fileKey } = await keysOf(await spaceFolder(), passphrase)
  const root = palier.app.process().pid ?? 0
  // while it is open the keys are there: the search itself is seen to work
  expect(await countInMemory(await processTree(root), spaceKey)).toBeGreaterThan(0)

  await palier.window.keyboard.press('Control+l')
  await expect(palier.window.getByRole('button', { name: 'Déverrouiller' })).toBeVisible()
  expect(await countInMemory(await processTree(root), spaceKey, fileKey)).toBe(0)

  await unlock(palier.window)
  await expect(palier.window.getByRole('navigation').first()).toBeVisible()
})

test('a space from the future is refused in words, and not a byte of it changes', async () => {
  await createSpace(palier)
  await palier.app.close()
  const folder = await spaceFolder()
  const envelope: unknown = JSON.parse(await readFile(join(folder, 'space.json'), 'utf8'))
  await writeFile(join(folder, 'space.json'), JSON.stringify({ ...(envelope as object), schemaVersion: 9999 }))
  const before = await bytesOf(folder)

  palier = await launchPalier({ userData })
  await expect(palier.window.getByText('Cet espace est plus récent que Palier')).toBeVisible()
  await palier.app.close()
  expect(await bytesOf(folder)).toEqual(before)
})

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())
  const contents = await Promise.all(
    files.map(async ({ name }) => [name, (await readFile(join(folder, name))).toString('base64')]),
  )
  return Object.fromEntries(contents) as Record<string, string>
}
