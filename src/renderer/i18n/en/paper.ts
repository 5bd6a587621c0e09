import type { paper as french } from '../fr/paper'
import type { Like } from '../like'

/** Documents that leave on paper or as a PDF. */
export const paper = {
  print: 'Print',
  savePdf: 'Save as PDF',
  saved: '{{file}} saved',
  showFile: 'Show the file',
  partners: 'Funders and partners',
  with: 'With',
} as const satisfies Like<typeof french>
