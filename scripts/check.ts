// npm run check: what must hold before a change is kept. Steps that do not wait for each other run two at a time;
// each prints one line, and one that fails its whole output. Names given as arguments choose among them.
import { availableParallelism, totalmem } from 'node:os'
import { inRoot } from './support/root.ts'
import { attempt, type Outcome } from './support/run.ts'
import { main, seconds, Stop } from './support/say.ts'

type Step = { readonly name: string; readonly command: readonly string[]; readonly expect?: RegExp }

const tool = (path: string): string => inRoot('node_modules', path)

// The longest first: the short ones fill the other lane meanwhile.
const steps: readonly Step[] = [
  {
    name: 'tests',
    command: [
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/vitest.json',
    ],
  },
  {
    // Each file by the tsconfig of its folder, which gives it only the globals of its own process. The rules that know
    // types need them all the same: the compiler's own errors come with them, rather than from a second reading.
    name: 'types and lint',
    command: [tool('oxlint/bin/oxlint'), '--type-aware', '--type-check', '--deny-warnings'],
    expect: /on [1-9]\d* files/,
  },
  { name: 'unused code', command: [tool('knip/bin/knip.js')] },
  {
    name: 'dependency rules',
    command: [tool('dependency-cruiser/bin/dependency-cruiser.mjs'), 'src', 'migrations', 'tests', 'scripts'],
    // A parser that understands nothing finds no violation either.
    expect: /\([1-9]\d* modules/,
  },
  { name: 'format', command: [tool('oxfmt/bin/oxfmt'), '--check'] },
  { name: 'lockfile', command: ['scripts/check-lockfile.ts'] },
]

// What Node makes of the sources is kept between one thread and the next, and from one check to the next.
process.env['NODE_COMPILE_CACHE'] ??= inRoot('node_modules/.cache/compiled')

// The compiler under the linter, written in Go, clears its memory less often where there is enough of it: it gives a
// tenth of its time to that, for a gigabyte or so.
if (totalmem() >= 12 * 1024 ** 3) process.env['GOGC'] ??= '400'

await main(async () => {
  const wanted = process.argv.slice(2)
  const chosen = wanted.length === 0 ? steps : steps.filter((step) => wanted.includes(step.name))
  if (chosen.length === 0) throw new Stop(`No such step. There are: ${steps.map((step) => step.name).join(', ')}`)
  const start = performance.now()
  const failed = await runAll(chosen)
  const total = `${chosen.length - failed.length} of ${chosen.length} steps passed in ${seconds(start)}`
  console.log(failed.length === 0 ? total : `${total}; failed: ${failed.join(', ')}`)
  return failed.length === 0 ? 0 : 1
})

async function runAll(chosen: readonly Step[]): Promise<string[]> {
  const waiting = [...chosen]
  const failed: string[] = []
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (!(await passes(step))) failed.push(step.name)
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane))
  return failed
}

async function passes(step: Step): Promise<boolean> {
  const start = performance.now()
  const { code, output } = await attempt(process.execPath, step.command)
  const passed = code === 0 && (step.expect?.test(output) ?? true)
  console.log(
    `${passed ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(18)}${seconds(start).padStart(8)}${note(step, output)}`,
  )
  if (!passed) console.log(output)
  return passed
}

/** The one figure worth a word beside the time. */
function note(step: Step, output: Outcome['output']): string {
  const figure = {
    tests: /Tests\s+(.*)/,
    'types and lint': /on (\d+ files)/,
    'dependency rules': /\((.*?)\)/,
    lockfile: /(\d+ packages)/,
  }[step.name]
  // Vitest colours its summary when it believes that somebody looks.
  const plain = output.replaceAll(new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]*m`, 'g'), '')
  const found = figure?.exec(plain)?.[1]
  return found === undefined ? '' : `  ${found}`
}
