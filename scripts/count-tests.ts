// The last line of .ci/run: how many tests passed and failed, unit and end-to-end together.
import { existsSync, readFileSync } from 'node:fs'
import { inRoot } from './support/root.ts'

type Vitest = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }
type Playwright = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

const units = ['vitest', 'faults'].flatMap((name) => read<Vitest>(`test-results/${name}.json`) ?? [])
const playwright = read<Playwright>('test-results/playwright.json')

const passed = sum(units.map((unit) => unit.numPassedTests)) + (playwright?.stats.expected ?? 0)
const failed =
  // A file that could not even be loaded has no test to fail, and counts for one.
  sum(units.map((unit) => unit.numFailedTests || unit.numFailedTestSuites)) +
  (playwright === undefined ? 0 : playwright.stats.unexpected + playwright.stats.flaky + playwright.errors.length)

// A run that broke elsewhere (types, build, installation) has failed too, whatever the tests say.
const broken = process.argv[2] !== '0' && failed === 0 ? 1 : 0
console.log(`${passed} passed, ${failed + broken} failed`)

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function read<T>(path: string): T | undefined {
  const file = inRoot(path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
