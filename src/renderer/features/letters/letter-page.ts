import type { MergedLetter } from '../../../shared/features/letters'
import { escaped } from '../../escaped'

export interface LetterSender {
  readonly association: string
  readonly date: string
}

/** Letters as one document, each on its own page: A4, the address where a French window envelope shows it. */
export function lettersPage(
  letters: readonly MergedLetter[],
  sender: LetterSender,
  words: { readonly title: string; readonly subject: string; readonly language: 'fr' | 'en' },
): { readonly html: string; readonly title: string } {
  const title = words.title.replaceAll(/[\\/:*?"<>|]/gu, ' ').trim()
  const pages = letters.map(
    ({ subject, body, address, firstName, lastName }) => `<article>
<header><b>${escaped(sender.association)}</b></header>
<address>${escaped(address ?? `${firstName} ${lastName}`.trim())}</address>
<p class="date">${escaped(sender.date)}</p>
${subject === '' ? '' : `<p class="subject">${escaped(words.subject)} ${escaped(subject)}</p>`}
<div class="body">${escaped(body)}</div>
</article>`,
  )
  const html = `<!doctype html>
<html lang="${words.language}">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
${pages.join('\n')}
</body>
</html>`
  return { html, title }
}

const style = `
@page { size: A4; margin: 20mm; }
* { margin: 0; padding: 0; box-sizing: border-box; }
body { font: 10.6pt/1.5 "Inter", "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif; color: #201e1a; }
article + article { break-before: page; }
header { height: 22mm; font-size: 12pt; }
address { margin-left: 80mm; min-height: 30mm; font-style: normal; white-space: pre-line; }
.date { margin: 12mm 0 8mm 80mm; }
.subject { margin-bottom: 6mm; font-weight: 600; }
.body { white-space: pre-line; overflow-wrap: anywhere; }
`
