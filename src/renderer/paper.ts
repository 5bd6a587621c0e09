import { type PaperPage, type PaperParts, pageOf } from './paper/html'

/** A document for the printer or a PDF: A4, black on white, nothing fetched, no script. */
export function paper(options: PaperParts): PaperPage {
  return pageOf({ ...options, style: base + options.style })
}

const base = `
@page { size: A4; margin: 15mm 17mm; }
* { margin: 0; padding: 0; box-sizing: border-box; }
body { font: 9.6pt/1.42 "Inter", "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif; color: #201e1a; font-variant-ligatures: none; }
header { display: flex; justify-content: space-between; gap: 8mm; font-weight: 600; }
h1 { font-size: 17pt; line-height: 1.25; letter-spacing: -0.012em; margin: 6mm 0 1mm; font-weight: 650; }
h2 { font-size: 10.6pt; font-weight: 650; margin: 5mm 0 1.6mm; break-after: avoid; }
small, .quiet { color: #595349; font-size: 8.6pt; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 600; color: #595349; font-size: 8.6pt; }
th, td { padding: 1.1mm 2mm 1.1mm 0; vertical-align: top; border-bottom: 0.2mm solid #d3cec7; }
tr { break-inside: avoid; }
ul { list-style: none; }
.num { text-align: right; font-variant-numeric: tabular-nums; }
footer { margin-top: 6mm; font-size: 7.5pt; color: #6e6861; }
`
