import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

export interface Lines {
  readonly first: number
  readonly last: number
}

const SeenLines = createContext<Lines | null>(null)
const ShowLines = createContext<(lines: Lines) => void>(() => undefined)

/** Which lines are seen: they change with every scroll, so only who says them is drawn anew, and never the grid. */
export function KeepSeenLines({ children }: { readonly children: ReactNode }) {
  const [lines, setLines] = useState<Lines | null>(null)
  const show = useCallback((next: Lines) => {
    setLines((before) => (before?.first === next.first && before.last === next.last ? before : next))
  }, [])
  return (
    <ShowLines value={show}>
      <SeenLines value={lines}>{children}</SeenLines>
    </ShowLines>
  )
}

export function useSeenLines(): Lines | null {
  return useContext(SeenLines)
}

export function useShowLines(): (lines: Lines) => void {
  return useContext(ShowLines)
}
