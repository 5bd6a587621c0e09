/** Files that leave: what they hold, for whom, why. */
export const files = {
  runs: 'Fichiers préparés',
  file: 'Fichier',
  rows: 'Lignes',
  recipient: 'Pour',
  purpose: 'Finalité',
  what: {
    people: 'Liste de personnes',
    organisations: 'Liste d’organisations',
    residences: 'Liste de résidences',
    referrals: 'Liste d’orientations',
    forPartner: 'Retour au bailleur',
    forAssociation: 'Orientations pour l’association',
    refused: 'Lignes refusées d’un import',
  },
} as const
