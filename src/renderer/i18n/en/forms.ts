/** Fields that several forms share: who someone is, where they live. */
export const forms = {
  firstName: 'First name',
  lastName: 'Last name',
  phone: 'Phone',
  email: 'E-mail',
  birthYear: 'Born in',
  address: 'Address',
  postcode: 'Postcode',
  commune: 'Town',
  whichCommune: 'Which town?',
  severalCommunes: 'This postcode covers several towns:',
  cedex: 'A CEDEX belongs to no town. Those of that name:',
  qpv: 'Priority neighbourhood (QPV)',
  qpvHow: 'Established by',
  qpvCode: 'Code of the QPV',
  qpvWhich: 'Which one',
  qpvsOfCommune_one: 'One QPV known in this town, list of {{edition}}. It does not mean the person lives there.',
  qpvsOfCommune_other:
    '{{count, number}} QPVs known in this town, list of {{edition}}. It does not mean the person lives there.',
  qpvHint: 'The list of neighbourhoods is incomplete: without proof, leave “To check”.',
} as const
