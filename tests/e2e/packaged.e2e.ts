import { expect, test } from '@playwright/test'
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unfitFolder } from '../../scripts/runtime/unfit-folder.ts'
import { root } from '../../scripts/support/root.ts'
import { sandboxArguments } from '../../scripts/system/sandbox.ts'
import { openDemo, openSettings } from '../support/journey.ts'
import { launchPalier } from '../support/launch.ts'

const executable = join(unfitFolder, 'palier')

test.describe('the packaged app', () => {
  test.skip(process.platform !== 'linux', 'The package for tests is a Linux folder.')

  test.beforeAll(() => {
    test.setTimeout(180_000)
    execFileSync(process.execPath, ['scripts/package.ts', '--test'], { cwd: root, stdio: 'pipe' })
  })

  test('opens on its first screen, on data of its own', async () => {
    const palier = await launchPalier({ packaged: executable })
    try {
      await expect(palier.window.getByRole('heading').first()).toBeVisible()
      expect(palier.window.url()).toMatch(/^app:\/\/palier\//)
      const { packaged, userData } = await palier.app.evaluate(({ app }) => ({
        packaged: app.isPackaged,
        userData: app.getPath('userData'),
      }))
      expect(packaged).toBe(true)
      expect(userData).toBe(palier.userData)
      const diary = () => readFileSync(join(userData, 'logs/main.log'), 'utf8')
      await expect.poll(diary).toContain('data-ready compiled=true') // what was compiled ahead is in the package
    } finally {
      await palier.close()
    }
  })

  test('brings what the demo space is filled with', async () => {
    const palier = await launchPalier({ packaged: executable })
    try {
      await openDemo(palier)
      await openSettings(palier.window, 'Espace')
      await expect(palier.window.getByRole('img', { name: 'Logo de Les Passerelles' })).toBeVisible()
    } finally {
      await palier.close()
    }
  })

  test('says that it is not for users', () => {
    expect(existsSync(join(unfitFolder, 'NOT-FOR-USERS.txt'))).toBe(true)
  })

  test('holds nothing that another application could run in its name', () => {
    expect(existsSync(join(unfitFolder, 'resources/app.asar'))).toBe(true)
    expect(existsSync(join(unfitFolder, 'resources/default_app.asar'))).toBe(false)
  })

  test('has the fuses of a package for users, but the one that lets a test hold it', async () => {
    const wire = await getCurrentFuseWire(executable)
    const state = (fuse: FuseV1Options) => String.fromCodePoint(wire[fuse] ?? 0)
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: '0',
      cookieEncryption: '1',
      nodeOptions: '0',
      inspect: '1',
      asarIntegrity: '1',
      onlyAsar: '1',
      fileProtocol: '0',
    })
  })

  test('cannot be turned into a bare Node', () => {
    const { stdout } = spawnSync(executable, [...sandboxArguments(), '-p', '"turned " + "into Node"'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', PALIER_USER_DATA: join(unfitFolder, 'nothing-here') },
      encoding: 'utf8',
      timeout: 5_000,
      killSignal: 'SIGKILL',
    })
    expect(stdout).not.toContain('turned into Node')
  })
})
