type Question = 'person' | 'search' | 'deep' | 'insert' | 'timeline' | 'day' | 'rollCall'
/** Asks the floor. */
export type Ask = (question: Question, input: string) => Promise<unknown>

export interface Times {
  readonly ours: readonly number[]
  readonly floor: readonly number[]
}

/**
 * The two in turn, after a tenth to warm up, so that what the machine does meanwhile falls on both. What comes
 * `before` each turn is not counted.
 */
export async function pairs(
  turns: number,
  ours: (turn: number) => Promise<unknown>,
  floor: (turn: number) => Promise<unknown>,
  before: (turn: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<Times> {
  const times = { ours: [] as number[], floor: [] as number[] }
  const warm = Math.ceil(turns / 10)
  for (let turn = 0; turn < turns + warm; turn += 1) {
    await before(turn)
    const [one, two] = [await time(() => ours(turn)), await time(() => floor(turn))]
    if (turn >= warm) {
      times.ours.push(one)
      times.floor.push(two)
    }
  }
  return times
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
