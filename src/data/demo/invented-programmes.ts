import type {
  PartnerRole,
  ProgrammeIndicator,
  ProgrammeKind,
  QuotaKind,
  WorkshopKind,
} from '../../shared/rules/programmes.ts'
import type { otherOrganisations } from './invented.ts'

type OrganisationName = (typeof otherOrganisations)[number][0]

/** Workshops that come back: their titles in order, and what each is worth to the programme's funded actions. */
export interface InventedSeries {
  readonly kind: WorkshopKind
  readonly titles: readonly string[]
  readonly theme: string
  readonly weekday: number
  readonly everyWeeks: number
  /** Days after the cohort begins, or before it. */
  readonly from: number
  readonly startTime: string
  readonly endTime: string
  readonly minutes: number
  readonly place: string | null
  readonly link: string | null
  readonly trainerName: string
  readonly compulsory: boolean
  /** In the order of the funded actions. */
  readonly shares: readonly number[]
  readonly cancelled: { readonly index: number; readonly reason: string } | null
}

/** Days are counted from today: before it when negative. */
export interface InventedProgramme {
  readonly programme: {
    readonly kind: ProgrammeKind
    readonly name: string
    readonly begins: number
    readonly ends: number
    readonly aim: string
    readonly note: string | null
  }
  readonly partners: readonly (readonly [OrganisationName, PartnerRole])[]
  readonly actions: readonly {
    readonly funder: OrganisationName
    readonly title: string
    readonly code: string
    readonly share: number
    readonly amountCents: number
  }[]
  readonly goals: readonly { readonly indicator: ProgrammeIndicator; readonly target: number }[]
  readonly cohort: {
    readonly name: string
    readonly place: string
    readonly capacity: number
    readonly begins: number
    readonly ends: number
    readonly note: string | null
  }
  readonly quotas: readonly {
    readonly kind: QuotaKind
    readonly places: number
    readonly code?: string
    readonly label?: string
  }[]
  readonly series: readonly InventedSeries[]
}

const usual = { place: 'Tiers-lieu La Grue, salle Penhoët', link: null, cancelled: null }

export const nextEdition = { name: 'Promotion des Salines', begins: 90 }

/** The edition before, ended some weeks ago: a smaller one, once a week, with a closing that all attend. */
export const previousEdition = {
  name: 'Promotion du Marais',
  begins: -203,
  ends: -63,
  capacity: 20,
  completionShare: 70,
  series: [
    {
      ...usual,
      kind: 'workshop',
      titles: [
        'Se présenter en deux minutes',
        'Clarifier son idée',
        'Connaître ses clients',
        'Construire son offre',
        'Fixer ses prix',
        'Choisir son statut',
        'Micro-entreprise, pas à pas',
        'Prévisionnel, première version',
        'Financer son démarrage',
        'Prendre la parole',
        'Trouver ses premiers clients',
        'Devis et factures',
        'Prévisionnel, version finale',
        'S’entourer, le réseau',
        'Répétition de la scène',
      ],
      theme: 'Parcours de création',
      weekday: 1,
      everyWeeks: 1,
      from: 0,
      startTime: '13:30',
      endTime: '17:00',
      minutes: 210,
      trainerName: 'Yann Le Hénaff',
      compulsory: false,
      shares: [60, 40],
      cancelled: { index: 6, reason: 'Intervenant retenu, contenu repris en séance individuelle' },
    },
    {
      ...usual,
      kind: 'pitchEvent',
      titles: ['Scène finale'],
      theme: 'Scène finale',
      weekday: 4,
      everyWeeks: 1,
      from: 126,
      startTime: '18:30',
      endTime: '21:00',
      minutes: 150,
      place: 'Théâtre de l’Embarcadère',
      trainerName: 'Camille Rouvière',
      compulsory: true,
      shares: [0, 0, 100],
    },
  ] satisfies readonly InventedSeries[],
} as const

export const accelerator: InventedProgramme = {
  programme: {
    kind: 'accelerator',
    name: 'Incubateur Tremplin des quartiers',
    begins: -205,
    ends: 400,
    aim: 'Six mois pour passer de l’idée aux premiers clients : ateliers chaque semaine, accompagnement individuel, scène finale devant des décideurs.',
    note: null,
  },
  partners: [
    ['Tiers-lieu La Grue', 'host'],
    ['Mission locale de l’Estuaire', 'referrer'],
    ['Couveuse Le Nid', 'facilitator'],
    ['Fonds Horizon Estuaire', 'juryMember'],
  ],
  actions: [
    {
      funder: 'Préfecture, politique de la ville',
      title: 'Entreprendre dans les quartiers',
      code: 'BOP147-44-0212',
      share: 45,
      amountCents: 4_500_000,
    },
    {
      funder: 'Région, direction de l’entrepreneuriat',
      title: 'Parcours de création',
      code: 'PC-ESTUAIRE',
      share: 35,
      amountCents: 3_500_000,
    },
    { funder: 'Fondation Kerlann', title: 'Scène finale', code: 'FK-7731', share: 10, amountCents: 1_000_000 },
  ],
  goals: [
    { indicator: 'entrants', target: 60 },
    { indicator: 'women', target: 36 },
    { indicator: 'qpvResidents', target: 42 },
    { indicator: 'hours', target: 3_200 },
    { indicator: 'completed', target: 48 },
  ],
  cohort: {
    name: 'Promotion de l’Estuaire',
    place: 'Tiers-lieu La Grue',
    capacity: 40,
    begins: -133,
    ends: 56,
    note: 'Accueil dès 8 h 45, garde d’enfants possible sur demande.',
  },
  quotas: [
    { kind: 'women', places: 24 },
    { kind: 'qpv', places: 28 },
    { kind: 'commune', code: '44184', places: 20 },
  ],
  series: [
    {
      ...usual,
      kind: 'informationMeeting',
      titles: ['Réunion d’information, Bel-Orme', 'Réunion d’information, La Grue'],
      theme: 'Appel à candidatures',
      weekday: 4,
      everyWeeks: 2,
      from: -60,
      startTime: '18:00',
      endTime: '19:30',
      minutes: 90,
      trainerName: 'Camille Rouvière',
      compulsory: false,
      shares: [],
    },
    {
      ...usual,
      kind: 'workshop',
      titles: [
        'Se présenter en deux minutes',
        'Clarifier son idée',
        'Connaître ses clients',
        'Étude de terrain dans le quartier',
        'Construire son offre',
        'Fixer ses prix',
        'Choisir son statut',
        'Micro-entreprise, pas à pas',
        'Prévisionnel, première version',
        'Financer son démarrage',
        'Prêt d’honneur et microcrédit',
        'Prendre la parole',
        'Identité et nom',
        'Vendre en ligne',
        'Réseaux sociaux utiles',
        'Trouver ses premiers clients',
        'Négocier',
        'Devis et factures',
        'Assurances et obligations',
        'Gérer son temps',
        'S’entourer, le réseau',
        'Prévisionnel, version finale',
        'Répétition de la scène',
        'Préparer la suite',
      ],
      theme: 'Parcours de création',
      weekday: 2,
      everyWeeks: 1,
      from: 0,
      startTime: '09:00',
      endTime: '12:30',
      minutes: 210,
      trainerName: 'Yann Le Hénaff',
      compulsory: true,
      shares: [60, 40],
      cancelled: { index: 9, reason: 'Intervenante souffrante, contenu repris la semaine suivante' },
    },
    {
      ...usual,
      kind: 'masterclass',
      titles: [
        'Une fondatrice raconte : la première année',
        'Banque et confiance',
        'Communiquer sans budget',
        'Recruter sa première salariée',
        'Vendre aux entreprises',
        'Tenir dans la durée',
      ],
      theme: 'Rencontres',
      weekday: 4,
      everyWeeks: 4,
      from: 10,
      startTime: '18:00',
      endTime: '20:00',
      minutes: 120,
      trainerName: 'Invitée du mois',
      compulsory: false,
      shares: [0, 100],
    },
    {
      ...usual,
      kind: 'visit',
      titles: ['Visite de la Couveuse Le Nid', 'Visite du marché de gros'],
      theme: 'Découverte',
      weekday: 5,
      everyWeeks: 8,
      from: 35,
      startTime: '14:00',
      endTime: '16:30',
      minutes: 150,
      place: 'Départ du tiers-lieu La Grue',
      trainerName: 'Dounia Mesbahi',
      compulsory: false,
      shares: [50, 50],
    },
    {
      ...usual,
      kind: 'pitchEvent',
      titles: ['Scène finale'],
      theme: 'Scène finale',
      weekday: 4,
      everyWeeks: 1,
      from: 182,
      startTime: '18:30',
      endTime: '21:00',
      minutes: 150,
      place: 'Théâtre de l’Embarcadère',
      trainerName: 'Camille Rouvière',
      compulsory: true,
      shares: [0, 0, 100],
    },
  ],
}

export const collective: InventedProgramme = {
  programme: {
    kind: 'collectiveOperation',
    name: 'Lance ta boîte',
    begins: -150,
    ends: 120,
    aim: 'Avec les bailleurs et l’agence pour l’emploi, 150 femmes des quartiers s’initient aux outils numériques, à la boutique en ligne et aux réseaux sociaux.',
    note: null,
  },
  partners: [
    ['Agence pour l’emploi de Saint-Nazaire', 'referrer'],
    ['Maison de quartier Bel-Orme', 'host'],
    ['Numérique Accessible', 'facilitator'],
    ['Le Courrier de la Presqu’île', 'communication'],
  ],
  actions: [
    {
      funder: 'Préfecture, politique de la ville',
      title: 'Femmes et numérique dans les quartiers',
      code: 'BOP147-44-0305',
      share: 50,
      amountCents: 6_000_000,
    },
    {
      funder: 'Département, service insertion',
      title: 'Lance ta boîte, ateliers',
      code: 'DSI-26-118',
      share: 30,
      amountCents: 3_600_000,
    },
  ],
  goals: [
    { indicator: 'informed', target: 300 },
    { indicator: 'entrants', target: 150 },
    { indicator: 'qpvResidents', target: 110 },
    { indicator: 'jobseekers', target: 100 },
    { indicator: 'hours', target: 6_000 },
  ],
  cohort: {
    name: 'Lance ta boîte, édition de l’Estuaire',
    place: 'Maison de quartier Bel-Orme',
    capacity: 150,
    begins: -120,
    ends: 60,
    note: null,
  },
  quotas: [
    { kind: 'women', places: 150 },
    { kind: 'qpv', places: 110 },
    { kind: 'qpvCode', code: 'QN04401M', places: 30 },
    { kind: 'other', label: 'Locataires des bailleurs partenaires', places: 75 },
  ],
  series: [
    {
      ...usual,
      kind: 'informationMeeting',
      titles: ['Café d’information, Bel-Orme', 'Café d’information, Ville Ouest', 'Café d’information, Les Embruns'],
      theme: 'Aller vers',
      weekday: 3,
      everyWeeks: 1,
      from: -35,
      startTime: '10:00',
      endTime: '11:30',
      minutes: 90,
      place: 'Pied d’immeuble',
      trainerName: 'Dounia Mesbahi',
      compulsory: false,
      shares: [],
    },
    {
      ...usual,
      kind: 'workshop',
      titles: [
        'Prendre en main son ordinateur',
        'Messagerie et rendez-vous en ligne',
        'Ranger et retrouver ses documents',
        'Photographier ses produits',
        'Ouvrir sa boutique en ligne',
        'Fiches produits qui donnent envie',
        'Paiement et livraison',
        'Réseaux sociaux : par où commencer',
        'Publier chaque semaine',
        'Répondre à ses clientes',
        'Protéger ses comptes',
        'Bilan et suites',
      ],
      theme: 'Numérique',
      weekday: 3,
      everyWeeks: 2,
      from: 0,
      startTime: '09:30',
      endTime: '16:30',
      minutes: 360,
      place: 'Maison de quartier Bel-Orme, grande salle',
      trainerName: 'Maud Tanguy',
      compulsory: true,
      shares: [60, 40],
      cancelled: { index: 5, reason: 'Salle indisponible' },
    },
    {
      ...usual,
      kind: 'workshop',
      titles: ['Permanence en visio', 'Permanence en visio', 'Permanence en visio', 'Permanence en visio'],
      theme: 'Questions et dépannage',
      weekday: 1,
      everyWeeks: 4,
      from: 14,
      startTime: '17:30',
      endTime: '18:30',
      minutes: 60,
      place: null,
      link: 'https://visio.exemple.fr/lance-ta-boite',
      trainerName: 'Maud Tanguy',
      compulsory: false,
      shares: [100],
    },
    {
      ...usual,
      kind: 'pitchEvent',
      titles: ['Marché des créatrices'],
      theme: 'Clôture',
      weekday: 6,
      everyWeeks: 1,
      from: 174,
      startTime: '10:00',
      endTime: '17:00',
      minutes: 360,
      place: 'Place du Marché',
      trainerName: 'Dounia Mesbahi',
      compulsory: false,
      shares: [50, 50],
    },
  ],
}
