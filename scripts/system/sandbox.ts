import { existsSync, readFileSync } from 'node:fs'
import { say, Stop } from '../support/say.ts'

const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'

/**
 * Chromium refuses its sandbox to root, so root runs without. Everybody else runs with it; a system that forbids it
 * to unknown programs is told so, rather than quietly given less protection.
 */
export function sandboxArguments(): readonly string[] {
  if (process.platform !== 'linux') return []
  if (process.getuid?.() === 0) return ['--no-sandbox']
  if (!existsSync(restriction) || readFileSync(restriction, 'utf8').trim() !== '1') return []
  if (process.env['CI'] === 'true') {
    say('this system forbids the sandbox to programs it does not know; running without it, in tests only')
    return ['--no-sandbox']
  }
  throw new Stop(
    'This system forbids programs it does not know to build their sandbox. Allow it until the next start, then try again:\n\n' +
      '  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  )
}
