import { useState } from 'react'
import { useTold } from '../../told'

interface WholeList<Line> {
  readonly lines: readonly Line[]
  readonly add: () => void
  readonly change: (key: string, part: Partial<Line>) => void
  readonly remove: (key: string) => void
  readonly saving: boolean
  /** True once written; what kept it from being is told. */
  readonly save: (write: () => Promise<unknown>, done: string) => Promise<boolean>
}

/** Lines of a list that is written whole: partners, funded actions, goals. */
export function useWholeList<Line extends { readonly key: string }>(
  first: readonly Line[],
  empty: (key: string) => Line,
): WholeList<Line> {
  const told = useTold()
  const [lines, setLines] = useState(() => (first.length === 0 ? [empty('new 0')] : first))
  const [count, setCount] = useState(1)
  const [saving, setSaving] = useState(false)

  async function save(write: () => Promise<unknown>, done: string): Promise<boolean> {
    setSaving(true)
    try {
      await write()
      told.done(done)
      return true
    } catch (problem) {
      told.failed(problem)
      return false
    } finally {
      setSaving(false)
    }
  }

  return {
    lines,
    add() {
      setLines([...lines, empty(`new ${count}`)])
      setCount(count + 1)
    },
    change: (key, part) => setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line))),
    remove: (key) => setLines(lines.filter((line) => line.key !== key)),
    saving,
    save,
  }
}
