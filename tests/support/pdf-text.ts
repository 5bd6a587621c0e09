import { readFile } from 'node:fs/promises'
import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of a PDF, read by another program than the one that wrote it. */
export async function pdfText(path: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 })
  const document = await loading.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await loading.destroy()
  return pages.join('\n')
}

/** How many pictures each page of a PDF draws. */
export async function picturesOnPages(path: string): Promise<readonly number[]> {
  const loading = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 })
  const document = await loading.promise
  const counts: number[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { fnArray } = await (await document.getPage(number)).getOperatorList()
    counts.push(fnArray.filter((order) => order === OPS.paintImageXObject).length)
  }
  await loading.destroy()
  return counts
}
