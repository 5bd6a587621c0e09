import type { PrintedSheet } from '../../../shared/features/attendances'
import { displayName } from '../../../shared/rules/fold'
import { type PaperPage, escaped, paperPage } from '../../paper/html'

/** The words of the sheet, in the language it is printed in. */
export interface SheetWords {
  readonly title: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly person: string
  readonly halfDays: readonly string[]
  readonly walkIns: string
  readonly partners: string
  readonly actions: string
  readonly trainer: string
  readonly trainerSigns: string
  readonly running: string
}

const blankLines = 8

/** The sheet to sign: one line a person and one column a half-day, its head repeated on each page. */
export function sheetPage(sheet: PrintedSheet, words: SheetWords, language: string): PaperPage {
  const columns = words.halfDays.map((name) => `<th>${escaped(name)}</th>`).join('')
  const cells = words.halfDays.map(() => '<td></td>').join('')
  const people = sheet.people.map(
    ({ lastName, firstName }, index) =>
      `<tr><td class="n">${index + 1}</td><td>${escaped(displayName(lastName, firstName))}</td>${cells}</tr>`,
  )
  const blanks = Array.from({ length: blankLines }, () => `<tr><td class="n"></td><td></td>${cells}</tr>`)
  const width = words.halfDays.length + 2
  const facts = words.facts.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`)
  const logos = sheet.organisations.map(({ name }) => `<li>${escaped(name)}</li>`).join('')
  const actions = sheet.actions.map((title) => `<li>${escaped(title)}</li>`).join('')
  const body = `
<header><b>${escaped(sheet.associationName)}</b>${logos === '' ? '' : `<ul class="logos" aria-label="${escaped(words.partners)}">${logos}</ul>`}</header>
<p class="kind">${escaped(words.title)}</p>
<h1>${escaped(sheet.title)}</h1>
<dl>${facts.join('')}</dl>
${actions === '' ? '' : `<div class="actions"><b>${escaped(words.actions)}</b><ul>${actions}</ul></div>`}
<table>
<thead>
<tr class="running"><th colspan="${width}">${escaped(words.running)}</th></tr>
<tr><th class="n">N°</th><th class="who">${escaped(words.person)}</th>${columns}</tr>
</thead>
<tbody>
${people.join('\n')}
<tr class="part"><td colspan="${width}">${escaped(words.walkIns)}</td></tr>
${blanks.join('\n')}
</tbody>
</table>
<div class="sign"><div>${escaped(words.trainer)}</div><div>${escaped(words.trainerSigns)}</div></div>`
  return paperPage({ language, title: `${words.title} - ${words.running}`, style, body })
}

const style = `
@page { size: A4; margin: 13mm 13mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Inter", "Segoe UI", "DejaVu Sans", sans-serif; color: #6e6861; } }
header { display: flex; justify-content: space-between; gap: 8mm; align-items: flex-start; font-size: 11pt; }
.logos { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 1.5mm; }
.logos li { border: 0.2mm solid #6e6861; border-radius: 1mm; padding: 0.8mm 2.4mm; font-size: 8.6pt; font-weight: 600; }
.kind { margin-top: 5mm; color: #595349; }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 8mm; margin: 2.5mm 0; }
dl div { display: flex; gap: 3mm; }
dt { width: 24mm; flex: none; color: #595349; }
dd { font-weight: 600; }
.actions { display: flex; gap: 3mm; margin-bottom: 3mm; }
.actions b { width: 24mm; flex: none; color: #595349; font-weight: 400; }
table { font-size: 9.4pt; }
tr { break-inside: avoid; }
th, td { border: 0.2mm solid #6e6861; padding: 0 2mm; }
th { height: 6.5mm; background: #f1efeb; }
.running th { border: 0; background: none; height: 5.5mm; padding: 0; font-size: 8pt; font-weight: 400; color: #595349; }
td { height: 9mm; }
.n { width: 9mm; text-align: right; color: #595349; font-variant-numeric: tabular-nums; }
.who { width: 38%; }
.part td { height: 6.5mm; background: #f8f6f3; color: #595349; font-size: 8.6pt; }
.sign { display: grid; grid-template-columns: 1fr 1.4fr; margin-top: 6mm; break-inside: avoid; border: 0.2mm solid #6e6861; }
.sign div { height: 24mm; padding: 1.5mm 2mm; color: #595349; }
.sign div + div { border-left: 0.2mm solid #6e6861; }
`
