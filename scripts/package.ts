// npm run package: what is given to users, for the system this runs on; it needs the official runtime.
// npm run package -- --test: the same on Linux from whatever runtime is here, to test the packaging and nothing else.
import { build as pack, type AfterPackContext, type Configuration } from 'electron-builder'
import { copyFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findOfficialRuntime, findRuntime, type Runtime } from './runtime/find.ts'
import { unfitFolder } from './runtime/unfit-folder.ts'
import { buildIfStale } from './support/build.ts'
import { inRoot } from './support/root.ts'
import { main, say, step, Stop } from './support/say.ts'

await main(async () => {
  if (process.argv.includes('--test')) await packageForTests()
  else await packageForUsers()
})

async function packageForUsers(): Promise<void> {
  await findOfficialRuntime()
  await buildIfStale()
  await pack({ config: configuration({ electronDist: inRoot('node_modules/electron/dist') }) })
  say('the package is in dist/')
}

async function packageForTests(): Promise<void> {
  if (process.platform !== 'linux') throw new Stop('The package for tests is a Linux folder: make it on Linux.')
  const runtime = await findRuntime()
  await buildIfStale()
  const output = inRoot('dist/test')
  await step('packaging for tests', async () => {
    await rm(output, { recursive: true, force: true })
    await pack({ dir: true, config: configuration(forTests(runtime, output)) })
    await rm(unfitFolder, { recursive: true, force: true })
    await rename(join(output, 'linux-unpacked'), unfitFolder)
    await rm(output, { recursive: true })
    await writeFile(join(unfitFolder, 'NOT-FOR-USERS.txt'), warning(runtime))
    await replaceAddon(runtime)
  })
  say(`a package for tests only, unfit for users, is in ${unfitFolder}`)
}

function configuration(own: Configuration): Configuration {
  return { extends: inRoot('electron-builder.yml'), afterPack: removeDefaultApp, ...own }
}

/** Electron's own stand-in, which a runtime that was unpacked elsewhere brings along, must not run in our name. */
async function removeDefaultApp({ appOutDir, packager, electronPlatformName }: AfterPackContext): Promise<void> {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents/Resources')
      : join(appOutDir, 'resources')
  await rm(join(resources, 'default_app.asar'), { force: true })
}

function forTests(runtime: Runtime, output: string): Configuration {
  return {
    directories: { output },
    electronDist: dirname(runtime.electronPath),
    electronVersion: runtime.version,
    // What lets the app take its folder from a test, and what lets Playwright hold it.
    extraMetadata: { testBuild: true },
    electronFuses: { enableNodeCliInspectArguments: true },
  }
}

/** An old runtime ends without a word on the prebuilt addon. */
async function replaceAddon({ nativeBinding }: Runtime): Promise<void> {
  if (nativeBinding === undefined) return
  const prebuilds = join(unfitFolder, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
  await copyFile(nativeBinding, join(prebuilds, `linux-${process.arch}.node`))
}

function warning({ version }: Runtime): string {
  return `This folder was made to test the packaging, on Electron ${version}. It lacks the protections of a real package.
Do not give it to anybody and do not put real data in it.

Ce dossier sert à tester la fabrication du paquet, sur Electron ${version}. Il n'a pas les protections d'un vrai paquet.
Ne le donnez à personne et n'y mettez pas de données réelles.
`
}
