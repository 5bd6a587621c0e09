/** What may be handed to the system to open, as it will be shown, or null. */
export function linkOf(text: string): string | null {
  // before parsing: a parser drops control characters, and a reader would not see what they hid
  if (text !== text.trim() || hidden.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  switch (url.protocol) {
    case 'https:':
      // an address written before the host is there to deceive
      return url.username === '' && url.password === '' && url.hostname.includes('.') ? url.href : null
    case 'mailto:':
      return /^[^\s?&]+@[^\s?&]+(\?(subject|body)=[^&]*(&(subject|body)=[^&]*)?)?$/i.test(url.pathname + url.search)
        ? url.href
        : null
    case 'tel:':
      return /^\+?([0-9.()-]|%20){2,24}$/.test(url.pathname) && url.search === '' ? url.href : null
    default:
      return null
  }
}

/** Control characters, the marks that turn the direction of reading, and backslashes. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/u
