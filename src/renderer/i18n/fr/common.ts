/** Words that any screen may need; the verbs of buttons above all. */
export const common = {
  save: 'Enregistrer',
  cancel: 'Annuler',
  close: 'Fermer',
  back: 'Retour',
  undo: 'Annuler',
  retry: 'Réessayer',
  apply: 'Appliquer',
  add: 'Ajouter',
  more: 'Plus d’actions',
  optional: 'facultatif',
  none: 'Aucun',
  loading: 'Chargement',
} as const
