import type { BarrierKind, CoachingTheme } from '../../shared/rules/coaching.ts'

/** What coaches of the demo write: facts, dated, that the person may read. */

export const shareableNotes: readonly (readonly [CoachingTheme, string])[] = [
  ['project', 'Projet relu ensemble : deux produits gardés, un abandonné.'],
  ['market', 'Huit entretiens faits sur les dix prévus ; trois personnes prêtes à commander.'],
  ['financing', 'Plan de financement posé : 5 000 € à trouver, dont 3 000 € en prêt d’honneur.'],
  ['legal', 'Micro-entreprise retenue pour la première année.'],
  ['digital', 'Boutique en ligne ouverte en brouillon, six articles photographiés.'],
  ['communication', 'Présentation de deux minutes répétée, à revoir sur les prix.'],
  ['network', 'Rencontre prévue avec une fournisseuse de Nantes.'],
  ['administrative', 'Compte professionnel demandé, pièces envoyées le jour même.'],
  ['training', 'Inscription à l’atelier « Fixer ses prix ».'],
  ['confidence', 'A pris la parole devant le groupe ; en est fière.'],
]

export const privateNotes = [
  'Avance vite quand les rendez-vous sont courts : garder 45 minutes.',
  'Préfère être rappelée la veille.',
  'À revoir avec Yann sur la partie chiffres.',
  'Hésite encore entre deux statuts ; ne pas presser.',
] as const

export const nextSteps = [
  'Relire le plan de financement',
  'Envoyer la liste des fournisseurs',
  'Prendre rendez-vous avec le fonds de prêt d’honneur',
  'Préparer la simulation de charges',
  'Mettre en relation avec une ancienne de la promotion',
  'Vérifier l’assurance du local',
] as const

export const goals: readonly (readonly [CoachingTheme, string, readonly string[]])[] = [
  [
    'digital',
    'Ouvrir la boutique en ligne',
    ['Photographier les articles', 'Rédiger les fiches', 'Mettre la boutique en ligne'],
  ],
  [
    'market',
    'Trouver deux fournisseurs',
    ['Demander trois devis', 'Interroger dix clients possibles', 'Comparer les prix de cinq concurrents'],
  ],
  [
    'communication',
    'Oser présenter son projet',
    ['Préparer une présentation de deux minutes', 'Participer à un évènement du réseau'],
  ],
  [
    'financing',
    'Réunir 5 000 € pour démarrer',
    ['Établir le plan de financement', 'Prendre rendez-vous pour un prêt d’honneur ou un microcrédit'],
  ],
  [
    'legal',
    'Immatriculer l’entreprise',
    ['Choisir le statut juridique', 'Immatriculer l’entreprise au guichet unique', 'Ouvrir un compte professionnel'],
  ],
]

export const barriers: readonly (readonly [BarrierKind, string])[] = [
  ['childcare', 'Mercredi sans solution de garde'],
  ['mobility', 'Deux correspondances pour venir au local'],
  ['digital', 'Pas d’ordinateur à la maison'],
  ['money', 'Trésorerie de départ à réunir'],
  ['language', 'Écrit à consolider pour les démarches'],
  ['confidence', 'Ne se sent pas encore légitime'],
]

export const words = [
  'Je sais maintenant à qui je vends, et à quel prix.',
  'On m’a écoutée, et j’ai avancé à mon rythme.',
  'J’ai osé appeler des clients que je ne connaissais pas.',
] as const
