/** The logos of organisations, on their records and on what is printed. */
export const logos = {
  title: 'Logo',
  of: 'Logo {{name, de}}',
  none: 'Aucun logo.',
  noneYet: 'Aucun logo. Il figurera sur les feuilles d’émargement et les attestations.',
  settingsBody: 'En tête des feuilles d’émargement et des attestations, avec ceux des financeurs et des partenaires.',
  choose: 'Choisir un logo',
  replace: 'Remplacer',
  remove: 'Retirer',
  files: 'Images PNG ou JPEG',
  kept: 'Logo {{name, de}} enregistré',
  removed: 'Logo {{name, de}} retiré',
  refused: {
    fileTooLarge:
      'Cette image dépasse 1 Mo ou 4 000 pixels de côté. Rien n’a changé : réduisez-la, 800 pixels de large suffisent.',
    fileEmpty: 'Ce fichier est vide. Rien n’a changé.',
    fileFormatUnknown: 'Ce fichier n’est pas une image PNG ou JPEG. Rien n’a changé.',
    fileUnreadable: 'Cette image n’a pas pu être lue. Rien n’a changé : vérifiez qu’elle s’ouvre, puis recommencez.',
  },
} as const
