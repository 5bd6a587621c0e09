/** Calls, messages and meetings, with someone or with an organisation. */
export const interactions = {
  note: 'Noter un échange',
  edit: 'Modifier l’échange',
  editThis: 'Modifier',
  failed: 'L’échange n’a pas pu être lu',
  kind: 'Quoi',
  day: 'Jour',
  time: 'Heure',
  minutes: 'Durée, en minutes',
  result: 'Résultat',
  text: 'Note',
  keys: 'Ctrl et Entrée enregistrent.',
  noted: 'Échange noté : {{what}}',
  saved: 'Échange modifié',
  remove: 'Retirer',
  removed: 'Échange retiré',
  wrong: {
    time: 'Écrivez l’heure ainsi : 14:30.',
    future: 'Un échange se note une fois qu’il a eu lieu.',
    day: 'Dites quel jour.',
    text: 'Une note demande un texte.',
  },
} as const
