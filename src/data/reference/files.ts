import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The reference files are text, one record a line, fields separated by a tab, no title line. They lie in the
 * folder `reference` of the application's resources, which the packaged application keeps outside its archive.
 */
export function readRecords(resourcesPath: string, file: string): readonly (readonly string[])[] {
  const text = readFileSync(join(resourcesPath, 'reference', file), 'utf8')
  const lines = text.split('\n')
  return lines.filter((line) => line !== '').map((line) => line.split('\t'))
}

/** Keeps what was read from a folder, so that a file is read once, at its first use. */
export function loadedOnce<Loaded>(load: (resourcesPath: string) => Loaded): (resourcesPath: string) => Loaded {
  const known = new Map<string, Loaded>()
  return (resourcesPath) => {
    const before = known.get(resourcesPath)
    if (before !== undefined) return before
    const loaded = load(resourcesPath)
    known.set(resourcesPath, loaded)
    return loaded
  }
}
