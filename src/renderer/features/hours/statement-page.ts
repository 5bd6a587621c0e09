import type { HourStatement } from '../../../shared/features/hours'
import { escaped } from '../../escaped'
import { type PaperPage, paperPage } from '../../paper/html'

/** The words and figures of a statement, in the language it is printed in. */
export interface StatementWords {
  readonly title: string
  readonly month: string
  readonly heads: readonly string[]
  readonly lines: readonly (readonly string[])[]
  readonly totals: readonly (readonly [name: string, hours: string])[]
  readonly state: string
  readonly correctionsTitle: string
  readonly corrections: readonly string[]
  readonly signatures: readonly string[]
}

/** A month of hours: its lines, its totals by kind, what was corrected since it was validated. */
export function statementPage(statement: HourStatement, words: StatementWords, language: string): PaperPage {
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell, index) => `<${tag}${index === cells.length - 1 ? ' class="n"' : ''}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  const totals = words.totals.map(
    ([name, hours]) => `<tr><th colspan="3">${escaped(name)}</th><td class="n">${escaped(hours)}</td></tr>`,
  )
  const corrections = words.corrections.map((text) => `<li>${escaped(text)}</li>`).join('')
  const running = `${words.title}, ${statement.name}, ${words.month}` // each page says whose it is
  const body = `
<header><b>${escaped(statement.associationName)}</b><span>${escaped(words.month)}</span></header>
<h1>${escaped(words.title)}</h1>
<p class="who">${escaped(statement.name)}</p>
<p class="state">${escaped(words.state)}</p>
<table>
<thead><tr><td class="running" colspan="4">${escaped(running)}</td></tr>${row(words.heads, 'th')}</thead>
<tbody>${words.lines.map((cells) => row(cells, 'td')).join('\n')}</tbody>
<tbody class="sum">${totals.join('')}</tbody>
</table>
${corrections === '' ? '' : `<h2>${escaped(words.correctionsTitle)}</h2><ul>${corrections}</ul>`}
<div class="sign">${words.signatures.map((text) => `<div>${escaped(text)}</div>`).join('')}</div>`
  const title = `${words.title} - ${statement.name} - ${words.month}`
  return paperPage({ language, title, style, body })
}

const style = `
@page { size: A4; margin: 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Inter", "Segoe UI", "DejaVu Sans", sans-serif; color: #6e6861; } }
header { display: flex; justify-content: space-between; gap: 8mm; font-size: 11pt; }
h1 { margin: 8mm 0 1mm; }
.who { font-size: 13pt; font-weight: 600; }
.state { color: #595349; margin-bottom: 5mm; }
h2 { font-size: 10.5pt; margin: 6mm 0 1.5mm; }
th, td { border-bottom: 0.2mm solid #b9b3aa; padding: 1.4mm 2mm 1.4mm 0; vertical-align: top; }
tr { break-inside: avoid; }
.running { border: 0; font-size: 8pt; color: #595349; }
table, .sum, .sum tr { break-after: avoid; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-right: 0; }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
.sum th { text-align: right; font-weight: 400; color: #595349; }
.sum tr:last-child :is(th, td) { font-weight: 650; color: #201e1a; }
li { margin-top: 1mm; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; margin-top: 10mm; break-inside: avoid; }
.sign div { height: 22mm; border-top: 0.2mm solid #6e6861; padding-top: 1.5mm; color: #595349; }
`
