import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useGate } from './gate'
import { firstPlace } from './navigation'
import { createPages } from './routes'

/** The pages of the open space. */
export function Shell() {
  const { space } = useGate()
  const pages = usePages(firstPlace(space.kind))
  return pages ? <RouterProvider router={pages} /> : null
}

/** Drawn once its first page is there: a page that React has to wait for is shown no sooner than 300 ms later. */
function usePages(first: string) {
  const [pages, setPages] = useState<ReturnType<typeof createPages> | null>(null)
  useEffect(() => {
    const created = createPages(first)
    void created.load().then(() => setPages(created)) // what fails to load is shown by its page
  }, [first])
  return pages
}
