/**
 * Lets a source run only while whoever reads from it waits. The workbook parser pulls its bytes without asking
 * whether its rows are wanted: the gate stands before the bytes.
 */
export interface Gate {
  readonly open: () => void
  readonly close: () => void
  readonly passed: () => Promise<void>
}

export function createGate(): Gate {
  let isOpen = false
  let waiting: (() => void)[] = []
  return {
    open() {
      isOpen = true
      for (const pass of waiting.splice(0)) pass()
    },
    close() {
      isOpen = false
    },
    passed: () =>
      isOpen
        ? Promise.resolve()
        : new Promise((pass) => {
            waiting = [...waiting, pass]
          }),
  }
}

/** Opens the gate when a row asked for does not come by itself: what is parsed already is used up first. */
export async function* paced<Row>(rows: AsyncIterator<Row>, gate: Gate): AsyncGenerator<Row> {
  for (;;) {
    const timer = setImmediate(gate.open)
    const next = await rows.next()
    clearImmediate(timer)
    gate.close()
    if (next.done === true) return
    yield next.value
  }
}
