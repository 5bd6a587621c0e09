import type { PaperToSign } from '../../shared/features/agreements'
import { escaped } from '../escaped'
import { type PaperPage, pageOf } from './html'

/** What a person agrees to, as a document to sign: A4, black on white, nothing fetched. `heads` are those it binds. */
export function pageToSign(form: PaperToSign, heads: readonly string[], language: 'fr' | 'en'): PaperPage {
  const sections = form.sections.map(
    (section) =>
      `<h2>${escaped(section.title)}</h2>${section.paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')}`,
  )
  const choices = form.choices.map(({ text }) => `<li><i></i><span>${escaped(text)}</span></li>`)
  const { madeOn, person, officer } = form.signature
  return pageOf({
    language,
    style,
    title: form.personName === '' ? form.title : `${form.title} - ${form.personName}`,
    body: `<header>${heads.map((name) => `<b>${escaped(name)}</b>`).join('')}</header>
<h1>${escaped(form.title)}</h1>
<p>${escaped(form.introduction)}</p>
${sections.join('\n')}
<ul>${choices.join('')}</ul>
<div class="sign"><div>${escaped(madeOn)}</div><div>${escaped(person)}</div><div>${escaped(officer)}</div></div>
<footer>${escaped(form.wordingVersion)}</footer>`,
  })
}

const style = `
@page { size: A4; margin: 12mm 18mm; }
* { margin: 0; padding: 0; box-sizing: border-box; }
body { font: 9.2pt/1.38 "Inter", "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif; color: #201e1a; }
header { display: flex; justify-content: space-between; gap: 8mm; font-weight: 600; }
h1 { font-size: 17pt; line-height: 1.25; letter-spacing: -0.012em; margin: 5mm 0 3mm; font-weight: 650; }
h2 { font-size: 9.2pt; font-weight: 650; margin: 2.8mm 0 0.8mm; }
p + p { margin-top: 1.4mm; }
ul { list-style: none; margin: 4mm 0 0; border: 0.3mm solid #201e1a; border-radius: 1.5mm; padding: 3mm 4mm; }
li { display: flex; gap: 3mm; }
li + li { margin-top: 2.4mm; }
li i { flex: none; width: 4mm; height: 4mm; border: 0.3mm solid #201e1a; border-radius: 0.6mm; margin-top: 0.3mm; }
.sign { display: grid; grid-template-columns: 0.7fr 1fr 1fr; gap: 6mm; margin-top: 5mm; break-inside: avoid; }
.sign div { height: 24mm; border-top: 0.2mm solid #6e6861; padding-top: 1.5mm; color: #595349; font-size: 8.4pt; }
footer { margin-top: 3mm; font-size: 7.5pt; color: #6e6861; }
`
