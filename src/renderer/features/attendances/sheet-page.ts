import type { PrintedSheet } from '../../../shared/features/attendances'
import { displayName } from '../../../shared/rules/fold'
import { escaped } from '../../escaped'
import { type PaperPage, paperPage } from '../../paper/html'
import { type Letterhead, type LetterheadWords, letterhead } from '../../paper/letterhead'
import { type SheetPage, sheetPages } from './sheet-pages'

/** The words of the sheet, in the language it is printed in. */
export interface SheetWords {
  readonly title: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly person: string
  readonly halfDays: readonly string[]
  readonly walkIns: string
  readonly letterhead: LetterheadWords
  readonly actions: string
  readonly trainer: string
  readonly trainerSigns: string
  readonly running: string
}

/** The sheet to sign: one line a person and one column a half-day, its head repeated and each page numbered. */
export function sheetPage(sheet: PrintedSheet, words: SheetWords, language: string): PaperPage {
  const organisations = letterhead(sheet.organisations, words.letterhead)
  const pages = sheetPages(sheet.people.length, organisations.height(pageWidth) + headHeight(sheet, words.facts))
  const body = pages
    .map((page, index) => {
      const head = index === 0 ? headOf(sheet, words, organisations) : ''
      const number = `<footer><span>${escaped(words.running)}</span><span>${index + 1} / ${pages.length}</span></footer>`
      return `<section>${head}${tableOf(sheet, words, page)}${page.signature ? signatureOf(words) : ''}${number}</section>`
    })
    .join('\n')
  return paperPage({ language, title: `${words.title} - ${words.running}`, style: organisations.style + style, body })
}

const pageWidth = 184

/** What the head may take at most under its logos, in millimetres: a long title and each action add to it. */
function headHeight({ title, actions }: PrintedSheet, facts: SheetWords['facts']): number {
  const long = facts.filter(([, value]) => value.length > 32).length
  return 32 + Math.ceil(title.length / 45) * 8 + long * 5 + actions.length * 6
}

function headOf(sheet: PrintedSheet, words: SheetWords, organisations: Letterhead): string {
  const facts = words.facts.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`)
  const actions = sheet.actions.map((title) => `<li>${escaped(title)}</li>`).join('')
  return `<header>${organisations.markup}</header>
<p class="kind">${escaped(words.title)}</p>
<h1>${escaped(sheet.title)}</h1>
<dl>${facts.join('')}</dl>
${actions === '' ? '' : `<div class="actions"><b>${escaped(words.actions)}</b><ul>${actions}</ul></div>`}`
}

function tableOf(sheet: PrintedSheet, words: SheetWords, page: SheetPage): string {
  const columns = words.halfDays.map((name) => `<th>${escaped(name)}</th>`).join('')
  const cells = words.halfDays.map(() => '<td></td>').join('')
  const width = words.halfDays.length + 2
  const people = page.people.map((place) => {
    const person = sheet.people[place]
    const name = person ? displayName(person.lastName, person.firstName) : ''
    return `<tr><td class="n">${place + 1}</td><td>${escaped(name)}</td>${cells}</tr>`
  })
  const blanks = Array.from({ length: page.blanks }, () => `<tr><td class="n"></td><td></td>${cells}</tr>`)
  const part = `<tr class="part"><td colspan="${width}">${escaped(words.walkIns)}</td></tr>`
  return `<p class="running">${escaped(words.running)}</p>
<table>
<thead>
<tr><th class="n">N°</th><th class="who">${escaped(words.person)}</th>${columns}</tr>
</thead>
<tbody>${people.join('')}${page.blanks > 0 ? part : ''}${blanks.join('')}</tbody>
</table>`
}

function signatureOf({ trainer, trainerSigns }: SheetWords): string {
  return `<div class="sign"><div>${escaped(trainer)}</div><div>${escaped(trainerSigns)}</div></div>`
}

const style = `
@page { size: A4; margin: 13mm 13mm 14mm; }
section { position: relative; height: 269mm; break-after: page; overflow: hidden; }
section:last-child { break-after: auto; }
footer { position: absolute; left: 0; right: 0; bottom: 0; display: flex; justify-content: space-between; font-size: 8pt; color: #6e6861; }
.kind { margin-top: 5mm; color: #595349; }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 8mm; margin: 2.5mm 0; }
dl div { display: flex; gap: 3mm; }
dt { width: 24mm; flex: none; color: #595349; }
dd { font-weight: 600; }
.actions { display: flex; gap: 3mm; margin-bottom: 3mm; }
.actions b { width: 24mm; flex: none; color: #595349; font-weight: 400; }
table { font-size: 9.4pt; table-layout: fixed; }
th, td { border: 0.2mm solid #6e6861; padding: 0 2mm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
th { height: 6.5mm; background: #f1efeb; }
.running { height: 5.5mm; font-size: 8pt; color: #595349; }
td { height: 9mm; }
.n { width: 10.5mm; padding: 0 1.5mm; text-align: right; color: #595349; font-variant-numeric: tabular-nums; }
.who { width: 70mm; }
.part td { height: 6.5mm; background: #f8f6f3; color: #595349; font-size: 8.6pt; }
.sign { display: grid; grid-template-columns: 1fr 1.4fr; margin-top: 5mm; border: 0.2mm solid #6e6861; }
.sign div { height: 24mm; padding: 1.5mm 2mm; color: #595349; }
.sign div + div { border-left: 0.2mm solid #6e6861; }
`
