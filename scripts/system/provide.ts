import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../support/run.ts'
import { say, step, Stop } from '../support/say.ts'
import type { Need } from './needs.ts'

/**
 * Makes sure that what is needed of the machine is there. As root, or in continuous integration, what is missing is
 * installed; anybody else is told the command, because a start must not ask for a password.
 */
export async function provide(needs: readonly Need[]): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = needs.filter(isMissing)
  if (missing.length === 0) return
  const apt = findProgram('apt-get')
  if (apt === undefined)
    throw new Stop(`This machine lacks ${missing.map(nameOf).join(', ')}: install them, then try again.`)
  const packages = missing.map((need) => debianName(need))
  const root = process.getuid?.() === 0
  const sudo = findProgram('sudo')
  const inCi = process.env['CI'] === 'true' && sudo !== undefined
  if (!root && !inCi) {
    throw new Stop(
      `Some packages of the system are missing. Install them, then try again:\n\n` +
        `  sudo apt-get update && sudo apt-get install --no-install-recommends ${packages.join(' ')}`,
    )
  }
  await step(`installing packages of the system: ${packages.join(' ')}`, async () => {
    const install = (args: readonly string[]) =>
      root ? run(apt, args, { env: quiet() }) : run('sudo', ['-n', apt, ...args], { env: quiet() })
    await install(['update', '-q'])
    const names = missing.map((need) => debianName(need))
    await install(['install', '-q', '-y', '--no-install-recommends', ...names])
  })
  const still = missing.filter(isMissing)
  if (still.length > 0) say(`installed, yet not seen: ${still.map(nameOf).join(', ')}`)
}

/** The same for what can be done without: when it cannot be had, it is said, and so is what goes without it. */
export async function provideIfPossible(needs: readonly Need[], otherwise: string): Promise<void> {
  try {
    await provide(needs)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    say(error.message)
  }
  const lacking = lackingOf(needs)
  if (lacking !== null) say(`${otherwise}, because this machine lacks ${lacking}`)
}

/** What a machine lacks of them, in words; null when it lacks nothing. */
export function lackingOf(needs: readonly Need[]): string | null {
  if (process.platform !== 'linux') return needs.map(nameOf).join(', ')
  const missing = needs.filter(isMissing)
  return missing.length === 0 ? null : missing.map(nameOf).join(', ')
}

export function findProgram(name: string): string | undefined {
  for (const folder of [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin']) {
    const path = join(folder, name)
    if (folder !== '' && existsSync(path)) return path
  }
  return undefined
}

function isMissing(need: Need): boolean {
  if (need.program !== undefined) return findProgram(need.program) === undefined
  if (need.library !== undefined) return !knownLibraries().includes(`\t${need.library} `)
  return !hasFont('/usr/share/fonts')
}

/** What the dynamic loader knows, read anew each time: an installation has just changed it. */
function knownLibraries(): string {
  const loader = findProgram('ldconfig')
  return loader === undefined ? '' : execFileSync(loader, ['-p'], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 })
}

function hasFont(folder: string): boolean {
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => /\.(ttf|otf|ttc)$/.test(name))
}

function nameOf(need: Need): string {
  return need.program ?? need.library ?? 'a font'
}

function debianName(need: Need): string {
  return need.renamed !== undefined && librariesAreRenamed() ? need.renamed : need.debian
}

function librariesAreRenamed(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  const field = (name: string) => new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(release)?.[1] ?? ''
  const version = Number.parseFloat(field('VERSION_ID'))
  if (field('ID') === 'debian') return !(version < 13)
  if (field('ID') === 'ubuntu') return version >= 24.04
  // A derivative numbers itself in its own way; its code name of Ubuntu tells.
  return !['focal', 'jammy', 'bookworm', 'bullseye'].includes(field('UBUNTU_CODENAME') || field('DEBIAN_CODENAME'))
}

function quiet(): NodeJS.ProcessEnv {
  return { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
}
