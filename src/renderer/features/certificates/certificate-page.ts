import type { PrintedCertificate } from '../../../shared/features/certificates'
import { escaped } from '../../escaped'
import { type PaperPage, paperPage } from '../../paper/html'
import type { Letterhead } from '../../paper/letterhead'

export interface CertificateWords {
  readonly title: string
  readonly attests: string
  readonly person: string
  readonly followed: string
  readonly dates: string | null
  readonly place: string | null
  readonly hours: string
  readonly madeOn: string
  readonly number: string
  readonly signature: string
}

/** One certificate a page, in the order they are given. */
export function certificatePages(
  certificates: readonly PrintedCertificate[],
  words: (certificate: PrintedCertificate) => CertificateWords,
  options: { readonly title: string; readonly language: string; readonly organisations: Letterhead },
): PaperPage {
  const { organisations, ...paper } = options
  const body = certificates
    .map((certificate) => pageOf(certificate, words(certificate), organisations.markup))
    .join('\n')
  return paperPage({ ...paper, style: organisations.style + style, body })
}

function pageOf({ programmeName, cohortName }: PrintedCertificate, words: CertificateWords, by: string): string {
  return `<section>
<header>${by}</header>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.attests)}</p>
<p class="who">${escaped(words.person)}</p>
<p>${escaped(words.followed)}</p>
<p class="what">${escaped(programmeName)}<br>${escaped(cohortName)}</p>
${words.dates === null ? '' : `<p>${escaped(words.dates)}</p>`}
${words.place === null ? '' : `<p>${escaped(words.place)}</p>`}
<p>${escaped(words.hours)}</p>
<div class="made"><div>${escaped(words.madeOn)}<br><small>${escaped(words.number)}</small></div><div class="sign">${escaped(words.signature)}</div></div>
</section>`
}

const style = `
@page { size: A4; margin: 24mm; }
section { break-after: page; padding-top: 18mm; font-size: 12.5pt; line-height: 1.6; }
section:last-child { break-after: auto; }
header { border-bottom: 0.3mm solid #201e1a; padding-bottom: 4mm; }
h1 { font-size: 27pt; margin: 16mm 0 12mm; }
.who { font-size: 21pt; font-weight: 650; line-height: 1.4; margin: 3mm 0 5mm; }
.what { font-size: 14.5pt; font-weight: 600; margin: 2mm 0 5mm; }
.made { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin-top: 24mm; font-size: 11.5pt; }
.made small { font-size: 9pt; color: #595349; }
.sign { height: 34mm; border-top: 0.2mm solid #6e6861; padding-top: 1.5mm; color: #595349; font-size: 10pt; }
`
