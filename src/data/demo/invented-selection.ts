/** What the invented panel looks at, and what its readers note. */
export const inventedCriteria = [
  {
    label: 'Motivation et disponibilité',
    weight: 3,
    guidance: '0 : dates impossibles. 3 : présente à la plupart des ateliers. 5 : prête à commencer demain.',
  },
  {
    label: 'Solidité du projet',
    weight: 3,
    guidance: '0 : pas encore d’idée. 3 : une offre et un public. 5 : des premiers clients.',
  },
  { label: 'Utilité pour le quartier', weight: 2, guidance: 'Emplois, services, exemple pour les autres.' },
  { label: 'Besoin d’accompagnement', weight: 2, guidance: 'Ce que le programme changerait pour la personne.' },
] as const

export const readingComments = [
  'Projet clair, public bien identifié.',
  'Très motivée, à préciser sur les prix.',
  'Déjà des premières commandes.',
  'Disponibilité à confirmer les jeudis.',
  'Belle énergie, besoin d’aide sur les chiffres.',
  null,
  null,
] as const
