/** What every working list says. */
export const lists = {
  placeOf: '{{position}} sur {{total}}',
  views: 'Vues',
  viewRemoved: 'Vue « {{name}} » supprimée',
  takeAll: 'Prendre les {{total}}',
  nothing: 'Aucune ligne ne répond à ces conditions',
  nothingBody: 'Retirez un filtre ou cherchez autre chose : rien n’est supprimé.',
  clearFilter: 'Retirer les filtres',
  export: 'Exporter',
  trash: 'Mettre à la corbeille',
  toTrash: 'À la corbeille',
  keepAll: 'Ne rien supprimer',
  changed: 'Modification enregistrée',
  edit: 'Modifier',
  draftKept: 'Brouillon gardé à {{time}}',
} as const
