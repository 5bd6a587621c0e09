/**
 * Someone, or an organisation, as an address book knows them. Written in version 3.0: Outlook, the phones of both
 * makers and Thunderbird read it, while several of them refuse or half read 4.0.
 */
export interface Card {
  readonly id: string
  readonly lastName: string
  readonly firstName: string
  /** Where they work, or the organisation itself when both names are empty. */
  readonly organisation: string | null
  readonly title: string | null
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly address: CardAddress | null
  readonly website: string | null
}

export interface CardAddress {
  readonly place: 'home' | 'work'
  readonly street: string
  readonly extra: string
  readonly city: string
  readonly postcode: string
}

export function vcard(card: Card): string {
  const { lastName, firstName, organisation, address } = card
  const name = [firstName, lastName].filter((part) => part !== '').join(' ') || (organisation ?? '')
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${escaped(card.id)}`,
    `FN:${escaped(name)}`,
    `N:${escaped(lastName)};${escaped(firstName)};;;`,
    ...(organisation === null ? [] : [`ORG:${escaped(organisation)}`]),
    // several address books show a card as an organisation's only when it says so
    ...(lastName === '' && firstName === '' ? ['X-ABSHOWAS:COMPANY'] : []),
    ...(card.title === null ? [] : [`TITLE:${escaped(card.title)}`]),
    ...card.phones.map((phone) => `TEL;TYPE=${isMobile(phone) ? 'CELL' : 'VOICE'}:${escaped(phone)}`),
    ...card.emails.map((email) => `EMAIL;TYPE=INTERNET:${escaped(email)}`),
    ...(address === null ? [] : [addressLine(address)]),
    ...(card.website === null ? [] : [`URL:${escaped(card.website)}`]),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function addressLine({ place, street, extra, city, postcode }: CardAddress): string {
  return `ADR;TYPE=${place.toUpperCase()}:;${escaped(extra)};${escaped(street)};${escaped(city)};;${escaped(postcode)};`
}

/** French mobile numbers, as they are kept. */
function isMobile(phone: string): boolean {
  return /^\+33[67]/.test(phone)
}

/** No text ends its line or its part: what was typed cannot become another property. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')
    .replaceAll(/[,;]/g, '\\$&')
}

const longestLine = 75 // bytes, its end not counted

/** Long lines go on after a space, none cut inside a letter. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let room = longestLine
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (size > room) {
      lines.push(current)
      current = ''
      room = longestLine - 1
    }
    current += letter
    room -= size
  }
  return [...lines, current].join('\r\n ')
}
