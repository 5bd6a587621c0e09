/** The logos of organisations, on their records and on what is printed. */
export const logos = {
  title: 'Logo',
  of: 'Logo of {{name}}',
  none: 'No logo.',
  noneYet: 'No logo yet. It will stand on attendance sheets and certificates.',
  settingsBody: 'At the head of attendance sheets and certificates, with those of funders and partners.',
  choose: 'Choose a logo',
  replace: 'Replace',
  remove: 'Remove',
  files: 'PNG or JPEG pictures',
  kept: 'Logo of {{name}} saved',
  removed: 'Logo of {{name}} removed',
  refused: {
    fileTooLarge:
      'This picture is larger than 1 MB or 4,000 pixels a side. Nothing changed: make it smaller, 800 pixels wide are enough.',
    fileEmpty: 'This file is empty. Nothing changed.',
    fileFormatUnknown: 'This file is not a PNG or JPEG picture. Nothing changed.',
    fileUnreadable: 'This picture could not be read. Nothing changed: check that it opens, then try again.',
  },
} as const
