import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { toKeepSecrets } from '../../scripts/system/needs.ts'
import { lackingOf } from '../../scripts/system/provide.ts'
import { createSpace, openSettings, unlock, useComputers } from '../support/journey.ts'
import { type Keyring, openKeyring } from '../support/keyring.ts'

const { computer, start } = useComputers()

test.describe('with the keyring of a desktop', () => {
  const lacking = lackingOf(toKeepSecrets)
  test.skip(lacking !== null, `no keyring to leave a key to: this machine lacks ${lacking}`)

  let keyring: Keyring
  test.beforeEach(async () => {
    keyring = await openKeyring()
    await keyring.start('mot de passe de la session')
  })
  test.afterEach(() => keyring.close())

  test('a key left to the keychain opens the space without typing, until it is taken back', async () => {
    const userData = await computer()
    const first = await start(userData, keyring.env)
    await createSpace(first)
    await turn(first.window, 'on')
    expect(await slotsIn(userData)).toEqual(['passphrase', 'recovery', 'keychain'])
    await first.app.close()

    const second = await start(userData, keyring.env)
    await openWithComputer(second.window).click()
    await expect(second.window.getByRole('navigation').first()).toBeVisible()
    await second.window.keyboard.press('Control+l')
    await openWithComputer(second.window).click()
    await expect(second.window.getByRole('navigation').first()).toBeVisible()
    await turn(second.window, 'off')
    expect(await slotsIn(userData)).toEqual(['passphrase', 'recovery'])
    expect(await readdir(join(userData, 'keychain'))).toEqual([])
    await second.app.close()

    const third = await start(userData, keyring.env)
    await expect(third.window.getByRole('button', { name: 'Déverrouiller' })).toBeVisible()
    await expect(openWithComputer(third.window)).toHaveCount(0)
    await unlock(third.window)
    await expect(third.window.getByRole('navigation').first()).toBeVisible()
  })

  test('a keyring that stays closed is said, the passphrase still opens, and the key waits for another day', async () => {
    const userData = await computer()
    const first = await start(userData, keyring.env)
    await createSpace(first)
    await turn(first.window, 'on')
    await first.app.close()

    await keyring.start(null) // nobody typed the session's password, and nobody answers its question
    const second = await start(userData, keyring.env)
    await openWithComputer(second.window).click()
    await expect(second.window.getByRole('alert').filter({ hasText: noAnswer })).toBeVisible()
    await unlock(second.window)
    await expect(second.window.getByRole('navigation').first()).toBeVisible()
    expect(await slotsIn(userData)).toContain('keychain')
    await second.app.close()

    await keyring.start('mot de passe de la session')
    const third = await start(userData, keyring.env)
    await openWithComputer(third.window).click()
    await expect(third.window.getByRole('navigation').first()).toBeVisible()
  })

  test('a keyring that was lost, and made anew, is said and opens nothing; the passphrase does', async () => {
    const userData = await computer()
    const first = await start(userData, keyring.env)
    await createSpace(first)
    await turn(first.window, 'on')
    await first.app.close()

    const another = await openKeyring()
    try {
      await another.start('un autre mot de passe')
      const second = await start(userData, another.env)
      await openWithComputer(second.window).click()
      await expect(second.window.getByRole('alert').filter({ hasText: noAnswer })).toBeVisible()
      await unlock(second.window)
      await expect(second.window.getByRole('navigation').first()).toBeVisible()
      await second.app.close()
    } finally {
      await another.close()
    }
  })
})

test('where there is no keychain, none is pretended: it is said, and no key is kept', async () => {
  test.skip(process.platform !== 'linux', 'the other systems always have one')
  const userData = await computer()
  const nowhere = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(userData, 'no-bus')}` }
  const { window } = await start(userData, nowhere).then(async (palier) => {
    await createSpace(palier)
    return palier
  })
  await openSettings(window, 'Sécurité')
  await keychainSwitch(window).click({ force: true })
  await expect(window.getByRole('alert').filter({ hasText: noAnswer })).toBeVisible()
  await expect(keychainSwitch(window)).not.toBeChecked()
  expect(await slotsIn(userData)).toEqual(['passphrase', 'recovery'])
})

const noAnswer = 'Le trousseau de cet ordinateur ne répond pas'

function openWithComputer(window: Page) {
  return window.getByRole('button', { name: 'Ouvrir avec cet ordinateur' })
}

function keychainSwitch(window: Page) {
  return window.getByRole('switch', { name: 'Garder une clé sur cet ordinateur' })
}

async function turn(window: Page, to: 'on' | 'off'): Promise<void> {
  await openSettings(window, 'Sécurité')
  await keychainSwitch(window).click({ force: true })
  await expect(keychainSwitch(window)).toBeChecked({ checked: to === 'on' })
}

/** The ways in that the envelope holds. */
async function slotsIn(userData: string): Promise<readonly string[]> {
  const [name] = await readdir(join(userData, 'spaces'))
  const text = await readFile(join(userData, 'spaces', name ?? '', 'space.json'), 'utf8')
  return (JSON.parse(text) as { slots: readonly { kind: string }[] }).slots.map(({ kind }) => kind)
}
