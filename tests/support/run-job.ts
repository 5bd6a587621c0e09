import type { Progress } from '../../src/shared/endpoint.ts'

type Job<T> = PromiseLike<{ next(): Promise<IteratorResult<Progress, T>> }>

/** Follows a job to its end, as a screen does; gives its result and what it said on the way. */
export async function runJob<T>(job: Job<T>): Promise<{ readonly result: T; readonly steps: readonly Progress[] }> {
  const iterator = await job
  const steps: Progress[] = []
  for (;;) {
    const next = await iterator.next()
    if (next.done === true) return { result: next.value, steps }
    steps.push(next.value)
  }
}

export async function resultOf<T>(job: Job<T>): Promise<T> {
  return (await runJob(job)).result
}
