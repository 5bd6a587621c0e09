import { fold } from '../rules/fold.ts'
import type { ImportKind, TargetField } from './imports.ts'
import { choiceLists, type ChoiceList } from './import-values.ts'

type FieldKind = TargetField['kind']

/** A field a column can go to, with the header words that name it in French and English, folded. */
export interface FieldDefinition {
  readonly field: string
  readonly kind: FieldKind
  readonly required: boolean
  readonly choices: ChoiceList | null
  /** Several columns may go to it: two phones, two mobiles. */
  readonly many: boolean
  readonly aliases: readonly string[]
}

interface Options {
  readonly kind?: FieldKind
  readonly choices?: ChoiceList
  readonly required?: boolean
  readonly many?: boolean
}

function field(name: string, aliases: string, options: Options = {}): FieldDefinition {
  return {
    field: name,
    kind: options.kind ?? (options.choices ? 'choice' : 'text'),
    required: options.required ?? false,
    choices: options.choices ?? null,
    many: options.many ?? false,
    aliases: [fold(name.replace(/[A-Z]/g, ' $&')), ...aliases.split('|')],
  }
}

const identity = [
  field(
    'lastName',
    'nom|nom usuel|nom d usage|nom de famille|nom famille|nom du beneficiaire|nom de la personne|nom de l habitant|nom du locataire|nom locataire|nom participant|nom du participant|last name|surname|family name',
  ),
  field(
    'firstName',
    'prenom|prenoms|prenom usuel|prenom du beneficiaire|prenom de la personne|prenom locataire|prenom du participant|first name|given name|forename',
  ),
  field(
    'fullName',
    'nom prenom|nom et prenom|nom prenoms|nom complet|nom et prenoms|personne|beneficiaire|locataire|resident|habitant|participant|full name|person|name|nom affiche',
  ),
  field('civility', 'civilite|titre|civ|title|salutation|form of address', { choices: 'civility' }),
  field('birthName', 'nom de naissance|nom naissance|nom de jeune fille|nom patronymique|birth name|maiden name'),
  field(
    'birthDate',
    'date de naissance|date naissance|ne le|nee le|ne e le|naissance|ddn|date of birth|birth date|birthday|dob|born on',
    { kind: 'date' },
  ),
  field('birthYear', 'annee de naissance|annee naissance|annee|ne en|nee en|ne e en|birth year|year of birth|born in', {
    kind: 'number',
  }),
  field('gender', 'genre|sexe|gender|sex', { choices: 'gender' }),
] as const

const reach = [
  field(
    'phone',
    'telephone|tel|tel portable|telephone portable|telephone mobile|portable|mobile|tel mobile|tel fixe|telephone fixe|fixe|telephone 1|telephone 2|tel 1|tel 2|autre telephone|numero de telephone|n telephone|n de telephone|contact telephonique|gsm|phone|phone number|mobile phone|cell phone|landline|telephones|phones',
    { kind: 'phone', many: true },
  ),
  field(
    'email',
    'email|e mail|mail|courriel|adresse mail|adresse e mail|adresse email|adresse electronique|mel|adresse de messagerie|emails|e mails|email address|e mail address',
    { kind: 'email', many: true },
  ),
] as const

const place = [
  field(
    'address',
    'adresse|rue|voie|adresse postale|adresse 1|adresse complete|n et voie|numero et voie|adresse ligne 1|address|street|street address|address line 1',
  ),
  field(
    'addressExtra',
    'address second line|complement d adresse|complement adresse|complement|adresse 2|batiment|appartement|etage|escalier|address line 2|apartment|address extra',
  ),
  field('postcode', 'code postal|cp|code postal residence|c p|code postale|postal code|postcode|zip|zip code', {
    kind: 'postcode',
  }),
  field('city', 'ville|commune|localite|nom de la commune|libelle commune|ville de residence|city|town|municipality'),
  field(
    'communeCode',
    'code insee de la commune|insee code of the commune|code insee|insee|code commune|code commune insee|insee code|commune code',
  ),
] as const

const neighbourhood = [
  field(
    'qpvState',
    'qpv en hors a verifier|qpv in out to check|qpv|situation qpv|en qpv|habite en qpv|quartier prioritaire|etat qpv|resident qpv|qpv oui non|qpv state|priority neighbourhood|lives in a qpv',
    { choices: 'qpvState' },
  ),
  field(
    'qpvCode',
    'code qpv|code du qpv|code quartier|code quartier prioritaire|qpv code|priority neighbourhood code|neighbourhood code|neighbourhood',
    { kind: 'qpv' },
  ),
] as const

const housing = [
  field(
    'landlordName',
    'bailleur|bailleur social|nom du bailleur|organisme hlm|organisme bailleur|proprietaire|landlord|social landlord|landlord name',
  ),
  field('landlordSiren', 'landlord s siren|siren bailleur|siren du bailleur|landlord siren|siren of the landlord', {
    kind: 'siren',
  }),
  field(
    'residenceCode',
    'code residence|code de la residence|code programme|code groupe|code ensemble|code patrimoine|residence code|estate code',
  ),
  field(
    'residenceName',
    'residence|nom de la residence|ensemble immobilier|nom residence|groupe immobilier|residence name|estate',
  ),
] as const

const contactWishes = [
  field(
    'contactPreference',
    'preference de contact|contact prefere|prefere etre contacte|mode de contact|moyen de contact prefere|a joindre par|contact preference|preferred contact',
    { choices: 'contactPreference' },
  ),
  field(
    'bestTimes',
    'moments favorables|meilleurs moments|moments preferes|horaires|disponibilites|quand appeler|meilleur moment|best times|availability|best time',
    { kind: 'list', choices: 'bestTime' },
  ),
  field(
    'languageHelp',
    'aide a la langue|aide linguistique|besoin d un interprete|interprete|aide en francais|aide langue|aide pour la langue|language help|interpreter|needs an interpreter|help with language',
    { kind: 'boolean' },
  ),
] as const

const projectFields = [
  field(
    'project',
    'projet|projet en une ligne|nature du projet|activite|idee|intitule du projet|description du projet|project|business project|project in one line',
  ),
  field(
    'projectStage',
    'stade du projet|avancement du projet|avancement|etape du projet|maturite|maturite du projet|stade|project stage|stage',
    { choices: 'projectStage' },
  ),
] as const

const note = field(
  'note',
  'note|notes|commentaire|commentaires|observation|observations|remarque|remarques|comment|comments|remarks',
)

const people: readonly FieldDefinition[] = [
  ...identity,
  ...reach,
  ...place,
  ...neighbourhood,
  ...housing,
  ...contactWishes,
  field(
    'status',
    'statut|situation|situation professionnelle|statut a l entree|statut professionnel|situation vis a vis de l emploi|status|employment status|situation at entry',
    { choices: 'personStatus' },
  ),
  field(
    'education',
    'niveau d etudes|niveau de formation|diplome|niveau de diplome|formation|niveau etudes|education|education level|highest diploma|level of education',
    { choices: 'educationLevel' },
  ),
  ...projectFields,
  field('tags', 'etiquettes|etiquette|mots cles|tags|labels|keywords', { kind: 'list', many: true }),
  note,
]

const organisations: readonly FieldDefinition[] = [
  field(
    'name',
    'nom|raison sociale|denomination|nom de l organisation|organisme|structure|organisation|entreprise|societe|nom de la structure|bailleur|enseigne|company|organisation name|organization|company name|legal name',
    { required: true },
  ),
  field('kind', 'type|nature|type d organisation|type de structure|organisation type|kind of organisation', {
    choices: 'organisationKind',
  }),
  field('siren', 'siren|n siren|numero siren|siren number', { kind: 'siren' }),
  field('siret', 'siret|n siret|numero siret|siret du siege|siret number', { kind: 'siret' }),
  field(
    'landlordFamily',
    'categorie|famille|famille de bailleur|categorie de bailleur|type de bailleur|type d organisme|famille d organisme|categorie maitre d ouvrage|landlord family|category|family',
    { choices: 'landlordFamily' },
  ),
  ...reach,
  ...place,
  field('website', 'site|site web|site internet|url|web|website|web site'),
  note,
]

const residences: readonly FieldDefinition[] = [
  field(
    'name',
    'nom|nom de la residence|residence|nom residence|libelle|designation|ensemble immobilier|nom du groupe|programme|residence name|estate|estate name',
    { required: true },
  ),
  field(
    'code',
    'code|code residence|code de la residence|code programme|code groupe|code ensemble|reference|code patrimoine|residence code|estate code',
  ),
  ...housing.slice(0, 2),
  ...place,
  ...neighbourhood,
]

const referrals: readonly FieldDefinition[] = [
  field('senderName', 'envoye par|sent by|palier referrals 1|palier referral status 1'),
  field(
    'number',
    'numero|n|n d orientation|numero d orientation|numero orientation|n orientation|no|reference|ref|dossier|n de dossier|number|referral number|referral no|referral',
  ),
  ...identity,
  ...reach,
  ...place,
  ...neighbourhood,
  ...housing,
  field('agency', 'agence|agence du bailleur|antenne|direction territoriale|secteur|agency|branch'),
  field(
    'officerName',
    'agent|charge de mission|prescripteur|oriente par|referent|referent bailleur|agent du bailleur|nom de l agent|orienteur|conseiller|conseillere|officer|referred by|referrer|officer name',
  ),
  field(
    'officerEmail',
    'e mail de l agent|email agent|mail agent|courriel de l agent|email prescripteur|mail du prescripteur|email de l agent|officer email|referrer email|officer s e mail|officer s email|officer e mail',
    { kind: 'email' },
  ),
  field(
    'officerPhone',
    'telephone de l agent|tel agent|telephone agent|telephone du prescripteur|officer phone|referrer phone|officer s phone',
    { kind: 'phone' },
  ),
  field(
    'motive',
    'motif|motif d orientation|motif de l orientation|objet|objet de l orientation|motive|reason for referral|referral motive|referred for',
    { choices: 'referralMotive' },
  ),
  field('needs', 'ce qui aiderait|what would help|besoins|besoin|besoins exprimes|attentes|needs|need', {
    kind: 'list',
    choices: 'need',
  }),
  ...contactWishes,
  ...projectFields,
  field('goal', 'objectif|but|objectif vise|goal|aim|objective'),
  field(
    'sentOn',
    'envoyee le|envoye le|date d envoi|date d orientation|date orientation|date de l orientation|date de prescription|transmise le|orientee le|date|sent on|date sent|referral date|sent',
    { kind: 'date' },
  ),
  field('receivedOn', 'recue le|recu le|date de reception|received on|date received|received', { kind: 'date' }),
  field(
    'agreementOn',
    'accord du|agreement of|accord|accord le|date de l accord|date d accord|accord de la personne|accord donne le|consentement|date de consentement|consentement le|agreement|agreement date|agreement on|agreement given on|consent|consent date|agreed on',
    { kind: 'date' },
  ),
  field(
    'agreementHow',
    'accord recueilli|how it was given|accord comment|mode d accord|forme de l accord|accord recueilli par|accord donne par|recueil de l accord|accord forme|type d accord|how agreement was given|agreement how|how agreed|consent how|agreement given by',
    { choices: 'consentHow' },
  ),
  field(
    'agreementScope',
    'scope of the agreement|portee de l accord|accord pour|etendue de l accord|perimetre de l accord|agreement scope|scope of agreement|agreed to',
    { kind: 'list', choices: 'consentScope' },
  ),
  field(
    'agreementWording',
    'version du texte de l accord|version of the wording|version du texte|version de l accord|texte de l accord|wording version|agreement wording|wording',
  ),
  field('agreementProof', 'proof of the agreement|preuve de l accord|preuve|piece de l accord|agreement proof|proof'),
  field(
    'state',
    'etat|statut|statut de l orientation|etat de l orientation|suite donnee|situation|state|status|referral status|referral state',
    { choices: 'referralState' },
  ),
  field('withdrawnOn', 'retiree le|retire le|date de retrait|withdrawal date', { kind: 'date' }),
  field('withdrawnBy', 'retiree par|retire par', { choices: 'referralMover' }),
  field('metOn', 'rencontree le|rencontre le|date de rencontre|premier rendez vous|met on|first meeting', {
    kind: 'date',
  }),
  field(
    'decidedOn',
    'decision du|decision le|decidee le|date de decision|decision|decided on|decision date|date of decision',
    {
      kind: 'date',
    },
  ),
  field('enteredOn', 'entree le|entree en programme|date d entree|entered on|entry date', { kind: 'date' }),
  field(
    'closedOn',
    'left on|cloturee le|close le|cloture le|sortie le|date de sortie|date de cloture|closed on|exit date',
    {
      kind: 'date',
    },
  ),
  field(
    'reasons',
    'motif de refus|motifs de refus|motifs|raison|raisons|motif de la decision|motif decision|reason|reasons|refusal reason|refusal reasons|reasons given',
    { kind: 'list', choices: 'moveReason' },
  ),
  field('outcomeClass', 'resultat|issue|sortie|type de sortie|classe de sortie|outcome|exit|outcome class', {
    choices: 'outcomeClass',
  }),
  note,
]

export const importFields: Readonly<Record<ImportKind, readonly FieldDefinition[]>> = {
  people,
  organisations,
  residences,
  referrals,
}

export function fieldOfKind(kind: ImportKind, name: string): FieldDefinition | null {
  return importFields[kind].find((definition) => definition.field === name) ?? null
}

/** As the screen needs it: no aliases, the codes of a closed list. */
export function targetFieldOf({ field: name, kind, required, choices }: FieldDefinition): TargetField {
  return { field: name, kind, required, choices, values: choices === null ? [] : [...choiceLists[choices]] }
}

const everyWord = new Set(Object.values(importFields).flatMap((fields) => fields.flatMap(({ aliases }) => aliases)))

/** Whether a text is a header word of any field of any kind. */
export function isHeaderWord(text: string): boolean {
  return everyWord.has(headerKey(text))
}

/** A header as it is compared: folded, without the star of a mandatory field or a bracketed hint. */
export function headerKey(header: string): string {
  return fold(header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
}

/** How well a header names a field: 2 exactly, 1 when it begins or ends with one of its longer names, 0 not at all. */
export function headerLikeness(header: string, definition: FieldDefinition): number {
  const key = headerKey(header)
  if (key === '') return 0
  if (definition.aliases.includes(key)) return 2
  const words = ` ${key} `
  const near = definition.aliases.some((alias) => alias.length >= 5 && words.includes(` ${alias} `))
  return near ? 1 : 0
}
