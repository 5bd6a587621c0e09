/** Documents that leave on paper or as a PDF. */
export const paper = {
  print: 'Imprimer',
  savePdf: 'Enregistrer en PDF',
  saved: '{{file}} enregistré',
  showFile: 'Montrer le fichier',
  partners: 'Financeurs et partenaires',
  with: 'Avec',
} as const
