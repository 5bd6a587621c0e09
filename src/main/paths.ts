import { realpath } from 'node:fs/promises'
import { resolve, sep } from 'node:path'

/** The paths that may be shown or written at the page's request: those a person chose, and the app's own folder. */
export interface GrantedPaths {
  readonly grant: (path: string) => string
  readonly wasChosen: (path: string) => boolean
  /** The real path, or null when it may not be shown. */
  readonly showable: (path: string) => Promise<string | null>
}

export function grantedPaths(ownFolder: string): GrantedPaths {
  const chosen = new Set<string>()
  const wasChosen = (path: string) => chosen.has(resolve(path))
  return {
    grant(path) {
      chosen.add(resolve(path))
      return path
    },
    wasChosen,
    async showable(path) {
      if (path.includes('\0')) return null
      const [real, own] = await Promise.all([realpath(path).catch(() => null), realpath(ownFolder)])
      if (real === null) return null
      return wasChosen(path) || real.startsWith(own + sep) ? real : null
    },
  }
}
