type Close = () => unknown

const waiting: Close[] = []

/**
 * What a test opens is closed when it ends. Said here and not by an `afterEach` beside what opens: these modules are read
 * once for many files, and a hook belongs to the file that was being read.
 */
export function whenTestEnds(close: Close): void {
  waiting.push(close)
}

/** Called after each test by `each-test.ts`: the last thing opened is the first closed. */
export async function closeAll(): Promise<void> {
  for (let close = waiting.pop(); close !== undefined; close = waiting.pop()) await close()
}
