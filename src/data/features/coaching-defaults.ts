import type { CoachingTheme } from '../../shared/rules/coaching.ts'

/** What a space that has nothing yet may begin with. Once there it is the space's own, to be changed like any other. */
export const usualThemes = {
  fr: [
    'Clarté du projet',
    'Connaissance de mon marché',
    'Gestion et chiffres',
    'Aisance numérique',
    'Communication et vente',
    'Réseau et appuis',
    'Confiance en moi',
    'Organisation au quotidien',
  ],
  en: [
    'Clarity of the project',
    'Knowledge of my market',
    'Figures and management',
    'Ease with digital tools',
    'Communication and sales',
    'Network and support',
    'Confidence in myself',
    'Day-to-day organisation',
  ],
} as const

interface UsualAction {
  readonly theme: CoachingTheme
  readonly fr: string
  readonly en: string
}

export const usualActions: readonly UsualAction[] = [
  { theme: 'project', fr: 'Décrire le projet en une page', en: 'Describe the project on one page' },
  { theme: 'market', fr: 'Interroger dix clients possibles', en: 'Interview ten possible customers' },
  { theme: 'market', fr: 'Comparer les prix de cinq concurrents', en: 'Compare the prices of five competitors' },
  { theme: 'financing', fr: 'Établir le plan de financement', en: 'Draw up the financing plan' },
  {
    theme: 'financing',
    fr: 'Prendre rendez-vous pour un prêt d’honneur ou un microcrédit',
    en: 'Make an appointment for an honour loan or a microloan',
  },
  { theme: 'legal', fr: 'Choisir le statut juridique', en: 'Choose the legal form' },
  { theme: 'legal', fr: 'Immatriculer l’entreprise au guichet unique', en: 'Register the business' },
  { theme: 'administrative', fr: 'Ouvrir un compte professionnel', en: 'Open a business account' },
  { theme: 'administrative', fr: 'Souscrire l’assurance professionnelle', en: 'Take out professional insurance' },
  {
    theme: 'digital',
    fr: 'Créer une adresse électronique professionnelle',
    en: 'Create a professional e-mail address',
  },
  { theme: 'digital', fr: 'Mettre la boutique en ligne', en: 'Put the shop online' },
  { theme: 'communication', fr: 'Préparer une présentation de deux minutes', en: 'Prepare a two-minute pitch' },
  { theme: 'network', fr: 'Participer à un évènement du réseau', en: 'Take part in a networking event' },
  { theme: 'training', fr: 'S’inscrire à un atelier', en: 'Enrol in a workshop' },
  { theme: 'daily', fr: 'Trouver une solution de garde', en: 'Find a childcare solution' },
]
