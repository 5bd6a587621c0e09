import { fold } from '../rules/fold.ts'
import { consentHows, consentScopes } from '../rules/consent.ts'
import {
  expiryReasons,
  referralMovers,
  referralStates,
  refusalReasons,
  withdrawalReasons,
} from '../rules/referral-transitions.ts'
import {
  bestTimes,
  civilities,
  contactPreferences,
  educationLevels,
  genders,
  landlordFamilies,
  needs,
  organisationKinds,
  outcomeClasses,
  personStatuses,
  projectStages,
  qpvStates,
  referralMotives,
} from '../rules/values.ts'

/** The closed lists a column can be mapped to. */
export const choiceLists = {
  civility: civilities,
  gender: genders,
  personStatus: personStatuses,
  educationLevel: educationLevels,
  projectStage: projectStages,
  qpvState: qpvStates,
  contactPreference: contactPreferences,
  bestTime: bestTimes,
  need: needs,
  referralMotive: referralMotives,
  organisationKind: organisationKinds,
  landlordFamily: landlordFamilies,
  consentHow: consentHows,
  consentScope: consentScopes,
  outcomeClass: outcomeClasses,
  referralState: referralStates,
  referralMover: referralMovers,
  moveReason: [...new Set([...refusalReasons, ...withdrawalReasons, ...expiryReasons])],
} as const
export type ChoiceList = keyof typeof choiceLists

/**
 * The words people and other software write for each code, folded: the labels of the screen in both languages
 * (so that a list sent out comes back), and the usual others.
 */
const words: Readonly<Record<ChoiceList, Readonly<Record<string, string>>>> = {
  civility: {
    madame: 'madame|ms|mme|m me|mlle|mademoiselle|f|mrs|miss|madam',
    monsieur: 'monsieur|mr|m|mister|h',
    notGiven: 'non precisee|not given|non precise|nsp|autre',
  },
  gender: {
    female: 'femme|woman|f|feminin|female|fille|mme',
    male: 'homme|man|h|m|masculin|male|garcon|mr',
    other: 'autre|other|non binaire|non binary|autre genre',
    notGiven: 'ne souhaite pas repondre|prefers not to say|non precise|nsp',
  },
  personStatus: {
    jobseeker:
      'en recherche d emploi|looking for work|demandeur d emploi|demandeuse d emploi|demandeur emploi|chomage|au chomage|chomeur|chomeuse|de|deld|job seeker|unemployed|inscrit a france travail',
    inactiveInTraining:
      'sans emploi en formation|out of work in training|en formation|stagiaire|stagiaire de la formation|in training',
    inactive: 'sans emploi sans recherche|out of work not looking|inactif|inactive|sans activite|sans emploi|au foyer',
    employed: 'en emploi|employed|salarie|salariee|cdi|cdd|interim|en poste|employee',
    selfEmployed:
      'a son compte|self employed|independant|independante|auto entrepreneur|auto entrepreneuse|micro entrepreneur|entrepreneur|entrepreneuse|chef d entreprise|freelance',
    student: 'en etudes|student|etudiant|etudiante|lyceen|lyceenne|scolaire',
    retired: 'a la retraite|retired|retraite|retraitee',
    unknown: 'non renseigne|not known|ne sait pas|inconnu|unknown',
  },
  educationLevel: {
    none: 'sans diplome|no diploma|aucun|sans|none|niveau 1|niveau 2',
    level3: 'niveau 3 cap ou bep|level 3 vocational certificate|cap|bep|cap bep|niveau 3|niveau v|brevet|level 3',
    level4: 'niveau 4 baccalaureat|level 4 baccalaureat|bac|baccalaureat|niveau 4|niveau iv|bac pro|level 4',
    level5: 'niveau 5 bac 2|level 5 two years after|bac 2|bts|dut|niveau 5|niveau iii|level 5',
    level6: 'niveau 6 bac 3 ou 4|level 6 bachelor s degree|bac 3|licence|bac 4|niveau 6|niveau ii|bachelor|level 6',
    level7Plus:
      'niveau 7 et plus bac 5|level 7 and above master s degree|bac 5|master|doctorat|niveau 7|niveau 8|niveau i|ingenieur|level 7|level 8',
    unknown: 'non renseigne|not known|ne sait pas|inconnu|unknown',
  },
  projectStage: {
    idea: 'idee|idea|ideation|a l etat d idee|emergence',
    defined: 'projet defini|defined project|defini|en cours|construction|en construction',
    registered: 'entreprise immatriculee|registered business|immatricule|immatriculee|cree|creee|creation',
    running: 'activite lancee|up and running|en activite|lance|lancee|activite en cours|developpement',
  },
  qpvState: {
    in: 'en qpv|in a qpv|oui|o|x|1|qpv|en quartier prioritaire|in|yes|vrai|true',
    out: 'hors qpv|outside qpvs|non|n|0|hors quartier prioritaire|out|no|faux|false',
    toCheck: 'a verifier|to check|inconnu|ne sait pas|nsp',
  },
  contactPreference: {
    phone: 'par telephone|by phone|telephone|tel|appel|sms|phone',
    email: 'par courriel|by email|mail|email|e mail|courriel',
    throughAdviser:
      'par la personne qui l oriente|through whoever refers them|par le referent|conseiller|via le bailleur|par l agent|through adviser',
    other: 'autrement|another way|autre|other',
  },
  bestTime: {
    morning: 'le matin|morning|matin|am',
    midday: 'le midi|midday|midi|entre midi et deux|noon|lunch',
    afternoon: 'l apres midi|afternoon|apres midi|pm',
    evening: 'le soir|evening|soir|soiree',
    saturday: 'le samedi|saturday|samedi|week end',
  },
  need: {
    clarifyIdea: 'clarifier l idee|clarifying the idea|idee|clarify idea',
    funding: 'financement|funding|financer',
    legalForm:
      'statut et demarches|legal form and paperwork|statut|statut juridique|forme juridique|demarches|demarches administratives',
    digital: 'numerique|digital skills|site|site web|digital',
    findCustomers: 'trouver des clients|finding customers|clients|prospection|customers',
    training: 'se former|training|formation',
    confidence: 'confiance|confidence|confiance en soi',
    network: 'reseau|network|mise en reseau',
    childcare: 'garde d enfant|childcare|garde|garde d enfants|creche',
    mobility: 'mobilite|transport',
    language: 'langue|language|francais',
    other: 'autre besoin|other need|autre|other',
  },
  referralMotive: {
    businessCreation:
      'creer son activite|starting a business|creation|creation d entreprise|creer son entreprise|entrepreneuriat|creation d activite|business creation',
    businessDevelopment:
      'developper son activite|growing a business|developpement|developpement d activite|developper son entreprise|business development',
    employment: 'trouver un emploi|finding a job|emploi|recherche d emploi|retour a l emploi|insertion|job',
    training: 'se former|training|formation',
    networking: 'rencontrer un reseau|meeting a network|reseau|mise en reseau|networking',
    mentoring: 'etre accompagne par un mentor|having a mentor|mentorat|parrainage|mentor',
    other: 'autre motif|other reason|autre|other',
  },
  organisationKind: {
    landlord: 'bailleur social|social landlord|bailleur|organisme hlm|landlord',
    company: 'entreprise|company|societe|entreprises|compagnie|business',
    institution: 'institution|public body|administration|collectivite|etat|mairie|commune|departement|region|public',
    fund: 'fonds|fund|financeur|fondation|fond|funder|foundation',
    association: 'association|asso|association loi 1901|ong|ngo|charity',
    media: 'media|presse|journal|radio|press',
    school: 'ecole|school|etablissement scolaire|universite|lycee|college|university',
  },
  landlordFamily: {
    publicHousingOffice:
      'oph|public housing office oph|office public hlm oph|office public de l habitat|office public hlm|office public',
    socialHousingCompany: 'esh|social housing company esh|sa hlm esh|sa hlm|entreprise sociale pour l habitat|sa d hlm',
    housingCooperative:
      'cooperative hlm|housing cooperative|ste cooperative hlm scic|societe cooperative|scic|coop hlm|coop',
    mixedEconomyCompany: 'sem|mixed economy company sem|sem epl|epl|sem immobiliere|societe d economie mixte',
    socialEconomyUnion: 'union d economie sociale|social economy union|ues',
    propertyAccessCompany: 'sacicap|home ownership company sacicap',
    foundation: 'fondation|foundation',
    association: 'association|association maitrise d ouvrage|moi',
    landCompany: 'fonciere|land company|fonciere medico sociale',
  },
  consentHow: {
    signedForm:
      'formulaire signe|signed form|signe|signature|formulaire|fiche signee|papier|ecrit|accord ecrit|signed|written',
    email: 'courriel|email|mail|e mail|par mail|par courriel',
    oral: 'de vive voix|spoken|oral|verbal|telephone|par telephone|accord oral|orally',
  },
  consentScope: {
    contact: 'etre contactee|to be contacted|contact|etre contacte|contacter',
    statusBack:
      'statut et dates au bailleur|status and dates to the landlord|statut|retour|retour au bailleur|suivi|status|status back|status and dates',
  },
  outcomeClass: {
    durableEmployment: 'emploi durable|lasting employment',
    transitionEmployment: 'emploi de transition|transitional employment',
    positiveExit: 'sortie positive|positive exit',
    otherExit: 'autre sortie|other exit',
    unknown: 'non connue|not known',
  },
  referralState: {
    draft: 'brouillon|draft',
    sent: 'envoyee|sent|transmise|transmis|envoye|orientee|oriente',
    received: 'recue|received|recu|prise en charge',
    contacting: 'a joindre|to reach|en cours de contact|contact en cours|relance',
    met: 'rencontree|met|rencontre|vu|vue|entretien realise',
    waitlisted: 'en attente|waiting list|liste d attente|sur liste d attente',
    accepted: 'acceptee|accepted|accepte|retenu|retenue|integre|integree',
    refused: 'refusee|declined|refuse|non retenu|non retenue',
    redirected: 'reorientee|redirected|reoriente',
    withdrawn: 'retiree|withdrawn|retire|abandon|abandonnee',
    expired: 'expiree|expired|expire|sans suite',
    closed: 'close|closed|cloturee|cloture|terminee|termine|sortie|clos',
  },
  referralMover: {
    officer: 'bailleur|landlord|agent',
    association: 'association',
    person: 'la personne|the person|personne',
    clock: 'delai depasse|deadline passed',
  },
  moveReason: {
    notReachable: 'injoignable|could not be reached|not reachable',
    notInterested: 'ne souhaite pas donner suite|does not wish to go on',
    notEligibleArea: 'non eligible hors territoire|not eligible outside the area',
    notEligibleAge: 'non eligible age|not eligible age',
    notEligibleStage: 'non eligible stade du projet|not eligible stage of the project',
    noPlace: 'plus de place|no place left',
    otherScheme: 'un autre dispositif convient mieux|another scheme suits better',
    moved: 'a demenage|has moved away',
    duplicate: 'orientation en double|referred twice',
    other: 'autre raison|other reason',
    personChangedMind: 'la personne a change d avis|the person changed their mind',
    agreementWithdrawn: 'accord retire|agreement withdrawn',
    personMoved: 'la personne a demenage|the person has moved',
    sentByMistake: 'envoyee par erreur|sent by mistake',
    noReply: 'sans reponse|no reply',
    unreachable: 'injoignable|could not be reached',
  },
}

const codesByWord = new Map<ChoiceList, ReadonlyMap<string, string>>()

function wordsOf(list: ChoiceList): ReadonlyMap<string, string> {
  const known = codesByWord.get(list)
  if (known) return known
  const made = new Map<string, string>()
  for (const code of choiceLists[list]) {
    for (const word of [fold(code.replace(/[A-Z]/g, ' $&')), fold(code), ...(words[list][code] ?? '').split('|')]) {
      if (word !== '' && !made.has(word)) made.set(word, code)
    }
  }
  codesByWord.set(list, made)
  return made
}

/** The code a text stands for, or null when no word of the list is that text. */
export function guessCode(list: ChoiceList, text: string): string | null {
  return wordsOf(list).get(fold(text)) ?? null
}

const yes = new Set(['oui', 'o', 'yes', 'y', 'vrai', 'true', '1', 'x', 'ok'])
const no = new Set(['non', 'n', 'no', 'faux', 'false', '0'])

export function guessAnswer(text: string): boolean | null {
  const word = fold(text)
  if (yes.has(word)) return true
  return no.has(word) ? false : null
}
