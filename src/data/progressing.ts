import type { Progress } from '../shared/endpoint.ts'

/** Work that reports as it goes, as the stream of a job: what is inside one transaction cannot yield by itself. */
export async function* progressing<T>(
  work: (report: (progress: Progress) => void) => Promise<T>,
): AsyncGenerator<Progress, T, undefined> {
  let latest: Progress | null = null
  let wake: () => void = () => undefined
  let ended = false
  const result = work((progress) => {
    latest = progress
    wake()
  }).finally(() => {
    ended = true
    wake()
  })
  result.catch(() => undefined) // it is thrown below, where it is awaited
  while (!ended) {
    const told: Progress | null = latest
    latest = null
    if (told) yield told
    else {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return result
}
