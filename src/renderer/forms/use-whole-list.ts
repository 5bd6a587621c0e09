import { useState } from 'react'

interface WholeList<Line> {
  readonly lines: readonly Line[]
  readonly add: () => void
  readonly change: (key: string, part: Partial<Line>) => void
  readonly remove: (key: string) => void
}

/** Lines of a list that is written whole: partners, funded actions, goals, places kept. The first is there to fill. */
export function useWholeList<Line extends { readonly key: string }>(
  first: readonly Line[],
  empty: (key: string) => Line,
): WholeList<Line> {
  const [lines, setLines] = useState(() => (first.length === 0 ? [empty('new 0')] : first))
  const [count, setCount] = useState(1)
  return {
    lines,
    add() {
      setLines([...lines, empty(`new ${count}`)])
      setCount(count + 1)
    },
    change: (key, part) => setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line))),
    remove: (key) => setLines(lines.filter((line) => line.key !== key)),
  }
}
