/** Words of the components. */
export const ui = {
  nothingFound: 'Rien de ce nom',
} as const
