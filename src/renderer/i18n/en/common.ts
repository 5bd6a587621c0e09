/** Words that any screen may need; the verbs of buttons above all. */
export const common = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  undo: 'Undo',
  retry: 'Try again',
  apply: 'Apply',
  add: 'Add',
  more: 'More actions',
  optional: 'optional',
  none: 'None',
  loading: 'Loading',
} as const
