/**
 * The first rows before all else. While they are awaited, what else was answered meanwhile is not drawn: each answer would
 * have the page drawn anew before its rows, and none of them is what somebody who starts the application waits for.
 */
const waiting: Array<() => void> = []
let awaited = false
const patience = 500 // ms: something kept them

export function awaitFirstRows(): void {
  awaited = true
  setTimeout(drawTheRest, patience)
}

/** Now; or, while the first rows are awaited, once they are on screen. */
export function afterFirstRows(act: () => void): void {
  if (awaited) waiting.push(act)
  else act()
}

/** They are in the page: the next frame shows them. */
export function firstRowsDrawn(): void {
  if (awaited) requestAnimationFrame(drawTheRest)
}

/** Also when none will come. */
export function drawTheRest(): void {
  awaited = false
  for (const act of waiting.splice(0)) act()
}
