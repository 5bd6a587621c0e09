/** Files that leave: what they hold, for whom, why. */
export const files = {
  runs: 'Prepared files',
  file: 'File',
  rows: 'Rows',
  recipient: 'For',
  purpose: 'Purpose',
  what: {
    people: 'List of people',
    organisations: 'List of organisations',
    residences: 'List of residences',
    referrals: 'List of referrals',
    forPartner: 'Return to the landlord',
    forAssociation: 'Referrals for the association',
    refused: 'Refused rows of an import',
  },
} as const
