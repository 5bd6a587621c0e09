/** The last thing under way for each name. */
const underWay = new Map<string, Promise<unknown>>()

/** Does the work when everything asked before under the same name is done, whether that succeeded or not. */
export async function inTurn<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const before = underWay.get(name) ?? Promise.resolve()
  const mine = before.then(work)
  const settled = mine.catch(() => undefined)
  underWay.set(name, settled)
  try {
    return await mine
  } finally {
    if (underWay.get(name) === settled) underWay.delete(name)
  }
}
