import { escaped } from '../escaped'

/** A document on its own, for the printer or a PDF: nothing in it is fetched, and no script runs in it. */
export interface PaperPage {
  readonly html: string
  readonly title: string
}

/** Puts a body in an A4 document of ours. The title becomes the name of the file. */
export function paperPage(options: PaperParts): PaperPage {
  return pageOf({ ...options, style: common + options.style })
}

export interface PaperParts {
  readonly language: string
  readonly title: string
  readonly style: string
  /** Markup whose texts went through `escaped`. */
  readonly body: string
}

/** The document alone, with no style but its own. */
export function pageOf(options: PaperParts): PaperPage {
  const title = options.title.replaceAll(/[\\/:*?"<>|]/gu, ' ')
  const html = `<!doctype html>
<html lang="${options.language}">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${options.style}</style></head>
<body>
${options.body}
</body>
</html>`
  return { html, title }
}

const common = `
* { margin: 0; padding: 0; box-sizing: border-box; }
body { font: 9.6pt/1.42 "Inter", "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif; color: #201e1a; }
h1 { font-size: 17pt; line-height: 1.25; letter-spacing: -0.012em; font-weight: 650; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 600; }
ul { list-style: none; }
`
