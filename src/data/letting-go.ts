/**
 * Lets what waits (a page to read, a cancel) go between two pieces of long work. A transaction stays open
 * meanwhile: whatever else wants to write waits in the queue of the writer.
 */
export function letOthersGo(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
