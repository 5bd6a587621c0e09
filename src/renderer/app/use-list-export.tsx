import { type ReactNode, useState } from 'react'
import { ExportDialog, type ListToExport } from '../features/exports/ExportDialog'

/** For the page of a list: hands what is on screen to the dialog that makes a file of it. */
export function useListExport(): { readonly toExport: (shown: ListToExport) => void; readonly dialog: ReactNode } {
  const [shown, setShown] = useState<ListToExport | null>(null)
  return { toExport: setShown, dialog: <ExportDialog shown={shown} onClose={() => setShown(null)} /> }
}
