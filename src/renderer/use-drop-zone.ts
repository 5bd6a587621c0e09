import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { onShell } from './shell'

interface DropZone {
  /** A file is held over it. */
  readonly over: boolean
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/** A place where a file may be dropped. Where the file lies is told by the shell, since a page is not to know. */
export function useDropZone(onFile: (path: string) => void): DropZone {
  const [over, setOver] = useState(false)
  const awaited = useRef(false)
  const take = useEffectEvent((path: string) => {
    if (!awaited.current) return // dropped elsewhere on the window
    awaited.current = false
    onFile(path)
  })
  useEffect(() => onShell('file-dropped', ({ path }) => take(path)), [])
  return {
    over,
    handlers: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false)
      },
      onDrop: (event) => {
        event.preventDefault()
        setOver(false)
        awaited.current = event.dataTransfer.files.length > 0
      },
    },
  }
}
