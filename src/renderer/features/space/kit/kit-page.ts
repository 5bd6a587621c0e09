import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format'
import { usePreferences } from '../../../theme/preferences'
import { today } from './KitSheet'
import { escaped } from '../../../escaped'

/** The sheet as a document on its own, for the printer or a PDF: A4, black on white, nothing fetched. */
export function useKitPage(spaceName: string, recoveryKey: readonly string[]): () => { html: string; title: string } {
  const { t } = useTranslation()
  const format = useFormat()
  const { language } = usePreferences()
  return () => {
    const title = t('space.kitFile', { name: spaceName }).replaceAll(/[\\/:*?"<>|]/gu, ' ')
    const key = recoveryKey
      .map((group, index) => `<li><small>${index + 1}</small><b>${escaped(group)}</b></li>`)
      .join('')
    const how = [t('space.kitHow1'), t('space.kitHow2'), t('space.kitHow3')]
      .map((line) => `<li>${escaped(line)}</li>`)
      .join('')
    const lines = [t('space.keptAt'), t('space.givenTo'), t('space.signature')]
      .map((line) => `<div><dt>${escaped(line)}</dt><dd></dd></div>`)
      .join('')
    const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
<header><span class="brand">${mark}Palier</span><span>${escaped(format.day(today()))}</span></header>
<h1>${escaped(t('space.kit'))}</h1>
<p class="space">${escaped(t('space.kitSpace', { name: spaceName }))}</p>
<p>${escaped(t('space.kitLead'))}</p>
<h2>${escaped(t('space.recoveryKey'))}</h2>
<ol class="key">${key}</ol>
<p class="note">${escaped(t('space.kitSigns'))}</p>
<h2>${escaped(t('space.kitHow'))}</h2>
<ol class="how">${how}</ol>
<dl>${lines}</dl>
<p class="note">${escaped(t('space.kitKeep'))}</p>
</body>
</html>`
    return { html, title }
  }
}

const mark =
  '<svg width="22" height="22" viewBox="0 0 32 32" fill="none"><path d="M2 27.5h6.5v-7.25h14.25V13H30" stroke="#201e1a" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/><circle cx="15.2" cy="13" r="3.5" fill="#125f5c"/></svg>'

const style = `
@page { size: A4; margin: 24mm 22mm; }
* { margin: 0; padding: 0; box-sizing: border-box; }
body { font: 11pt/1.45 "Inter", "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif; color: #201e1a; }
header { display: flex; justify-content: space-between; align-items: center; }
.brand { display: flex; align-items: center; gap: 2.5mm; font-weight: 600; font-size: 13pt; }
h1 { font-size: 25pt; line-height: 1.2; letter-spacing: -0.015em; margin-top: 18mm; font-weight: 650; }
.space { font-size: 13pt; color: #595349; margin: 1mm 0 8mm; }
h2 { font-size: 11pt; color: #595349; font-weight: 600; margin: 10mm 0 2.5mm; }
ol { list-style: none; }
.key { display: grid; grid-template-columns: repeat(4, 1fr); border: 0.4mm solid #201e1a; border-radius: 1.5mm; }
.key li { text-align: center; padding: 3.5mm 0 4.5mm; border-right: 0.2mm solid #b9b3aa; }
.key li:nth-child(4n) { border-right: 0; }
.key li:nth-child(-n+4) { border-bottom: 0.2mm solid #b9b3aa; }
.key small { display: block; font-size: 8.5pt; color: #6e6861; }
.key b { font: 600 20pt/1.3 "Cascadia Mono", Consolas, "SF Mono", "DejaVu Sans Mono", monospace; letter-spacing: 0.07em; }
.note { font-size: 9pt; color: #595349; margin-top: 3mm; }
.how { counter-reset: step; }
.how li { counter-increment: step; padding: 0.8mm 0 0.8mm 7mm; position: relative; }
.how li::before { content: counter(step) '.'; position: absolute; left: 0; color: #6e6861; }
dl { margin: 14mm 0 10mm; }
dl div { display: flex; gap: 4mm; align-items: flex-end; height: 12mm; }
dt { width: 26mm; color: #595349; }
dd { flex: 1; border-bottom: 0.2mm solid #6e6861; }
`
