// What package-lock.json must promise before anybody installs from it. With --fix it repairs what npm forgets.
import { readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from './support/root.ts'
import { main, Stop } from './support/say.ts'

type Entry = {
  integrity?: string
  link?: boolean
  inBundle?: boolean
  gypfile?: boolean
  optionalDependencies?: Record<string, string>
}
type Lockfile = { packages: Record<string, Entry> }

const file = inRoot('package-lock.json')

// npm before 12 compiles any package that holds a binding.gyp, and only this mark in the lockfile keeps it from it; npm
// itself forgets to copy it from the package. Its binaries come prebuilt, and a bare machine has nothing to compile with.
const prebuilt = 'node_modules/better-sqlite3'

await main(async () => {
  const lockfile: Lockfile = JSON.parse(readFileSync(file, 'utf8'))
  const addon = lockfile.packages[prebuilt]
  if (process.argv.includes('--fix') && addon !== undefined && addon.gypfile !== false) {
    addon.gypfile = false
    writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`)
  }
  const entries = Object.entries(lockfile.packages).filter(
    ([path, entry]) => path !== '' && !entry.link && !entry.inBundle,
  )
  if (entries.length === 0) throw new Stop('package-lock.json holds no package: nothing was checked.')
  const unproven = entries.filter(([, entry]) => !entry.integrity?.startsWith('sha512-'))
  if (unproven.length > 0) {
    throw new Stop(`Without a sha512 integrity in package-lock.json:\n  ${unproven.map(([path]) => path).join('\n  ')}`)
  }
  const missing = platformPackagesMissing(lockfile)
  if (missing.length > 0) {
    throw new Stop(
      `Named as optional, yet absent from package-lock.json (npm ci refuses that):\n  ${missing.join('\n  ')}`,
    )
  }
  if (addon?.gypfile !== false) throw new Stop(`${prebuilt} would be compiled at installation. Run: npm run fix`)
  console.log(`${entries.length} packages, each with its integrity`)
})

/** The binaries of the other platforms: a registry that lacks one leaves a lockfile that cannot be installed there. */
function platformPackagesMissing({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${name} (of ${path})`),
  )
}

function isLocked(packages: Record<string, Entry>, from: string, name: string): boolean {
  if (`${from}/node_modules/${name}` in packages) return true
  const parent = from.lastIndexOf('/node_modules/')
  if (parent >= 0) return isLocked(packages, from.slice(0, parent), name)
  return `node_modules/${name}` in packages
}
