/**
 * React divides its drawing into tasks of a few milliseconds, so that a hand is not kept waiting. While the page starts there
 * is no hand yet, and the engine keeps, for the next start, the functions that were used by the end of the task that runs the
 * page's code: so the first drawing is made within that task. React takes `setImmediate`, of Node, where there is one.
 * Imported before React.
 */
let starting = true
setTimeout(() => (starting = false)) // the task after

const waiting: Array<() => void> = []
const { port1, port2 } = new MessageChannel()
port1.onmessage = () => waiting.shift()?.()

Object.assign(globalThis, {
  setImmediate(callback: () => void): void {
    if (starting) return queueMicrotask(callback)
    waiting.push(callback)
    port2.postMessage(null)
  },
})
