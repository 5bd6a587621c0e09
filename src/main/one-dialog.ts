type Ask = <Answer>(show: () => Promise<Answer>) => Promise<Answer | null>

/** The system's dialogs one at a time: a double click asks once, and its second question is one that was closed. */
export function oneDialog(): Ask {
  let open = false
  return async (show) => {
    if (open) return null
    open = true
    try {
      return await show()
    } finally {
      open = false
    }
  }
}
