/** Words of the components. */
export const ui = {
  nothingFound: 'Nothing by that name',
} as const
