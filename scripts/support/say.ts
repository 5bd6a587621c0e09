/** What a script tells the person at the keyboard: one line, with the name of the product in front. */
export function say(line: string): void {
  process.stdout.write(`palier: ${line}\n`)
}

export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

/** Says that a long step started, that it is still running (every ten seconds), and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  say(`${title} …`)
  const still = setInterval(() => say(`${title}: still at it, ${seconds(start)}`), 10_000)
  try {
    const result = await work()
    say(`${title}: done in ${seconds(start)}`)
    return result
  } finally {
    clearInterval(still)
  }
}

/** An end that is no accident: the message says what to do, and a stack trace would only hide it. */
export class Stop extends Error {}

/** Runs a script's main function; a Stop is told in its own words, anything else with its stack. */
export async function main(work: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    console.error(error instanceof Stop ? `\npalier: ${error.message}\n` : error)
    process.exitCode = 1
  }
}
