/**
 * The closed lists of codes that several features share. A list is stored as its code, worded by the
 * interface, and validated with `z.enum(list)`. Terms come from the glossary of the field; an unknown or
 * declined answer is always a value of its own, never an empty field read as "no".
 */

/** Who keeps the space: the association that supports people, or the landlord that refers them. */
export const spaceKinds = ['association', 'landlord'] as const
export type SpaceKind = (typeof spaceKinds)[number]

export const organisationKinds = [
  'landlord',
  'company',
  'institution',
  'fund',
  'association',
  'media',
  'school',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/**
 * Families of bodies that own and let social housing: OPH, ESH, coopérative HLM, SEM, union d'économie
 * sociale, SACICAP, fondation, association, foncière.
 */
export const landlordFamilies = [
  'publicHousingOffice',
  'socialHousingCompany',
  'housingCooperative',
  'mixedEconomyCompany',
  'socialEconomyUnion',
  'propertyAccessCompany',
  'foundation',
  'association',
  'landCompany',
] as const
export type LandlordFamily = (typeof landlordFamilies)[number]

export const contactPointKinds = ['phone', 'email'] as const
export type ContactPointKind = (typeof contactPointKinds)[number]

/** A form of address, optional, told by the person. It says nothing of `genders`. */
export const civilities = ['madame', 'monsieur', 'notGiven'] as const
export type Civility = (typeof civilities)[number]

/** The statistic of gender. Never guessed from a first name or a civility. */
export const genders = ['female', 'male', 'other', 'notGiven'] as const
export type Gender = (typeof genders)[number]

/** Yes, no, and the right not to answer; a question never asked is null. */
export const answers = ['yes', 'no', 'noAnswer'] as const
export type Answer = (typeof answers)[number]

/** Situation towards work on the day of entry, frozen on each referral and enrolment. */
export const personStatuses = [
  'jobseeker',
  'inactiveInTraining',
  'inactive',
  'employed',
  'selfEmployed',
  'student',
  'retired',
  'unknown',
] as const
export type PersonStatus = (typeof personStatuses)[number]

/** Highest diploma, on the national scale: 3 CAP, 4 baccalauréat, 5 bac + 2, 6 bac + 3, 7 and 8 above. */
export const educationLevels = ['none', 'level3', 'level4', 'level5', 'level6', 'level7Plus', 'unknown'] as const
export type EducationLevel = (typeof educationLevels)[number]

/** How far the business project is. */
export const projectStages = ['idea', 'defined', 'registered', 'running'] as const
export type ProjectStage = (typeof projectStages)[number]

/** What would help, as the person says it on the day of the referral. Never a health or family story. */
export const needs = [
  'clarifyIdea',
  'funding',
  'legalForm',
  'digital',
  'findCustomers',
  'training',
  'confidence',
  'network',
  'childcare',
  'mobility',
  'language',
  'other',
] as const
export type Need = (typeof needs)[number]

/** What the person is referred for. */
export const referralMotives = [
  'businessCreation',
  'businessDevelopment',
  'employment',
  'training',
  'networking',
  'mentoring',
  'other',
] as const
export type ReferralMotive = (typeof referralMotives)[number]

/** How the person wants to be reached. `throughAdviser`: by way of whoever referred them. */
export const contactPreferences = ['phone', 'email', 'throughAdviser', 'other'] as const
export type ContactPreference = (typeof contactPreferences)[number]

/** When a call is welcome. */
export const bestTimes = ['morning', 'midday', 'afternoon', 'evening', 'saturday'] as const
export type BestTime = (typeof bestTimes)[number]

/** The ways an attempt to reach someone is made; two attempts by one way count for one channel. */
export const contactChannels = ['phone', 'textMessage', 'email', 'letter', 'visit', 'throughAdviser'] as const
export type ContactChannel = (typeof contactChannels)[number]

/** What an attempt gave. Only `reached` counts as a successful contact. */
export const contactAttemptResults = ['reached', 'noAnswer', 'messageLeft', 'wrongContact'] as const
export type ContactAttemptResult = (typeof contactAttemptResults)[number]

/** What was exchanged with someone, whatever it was about. */
export const interactionKinds = ['call', 'email', 'meeting', 'letter', 'note'] as const
export type InteractionKind = (typeof interactionKinds)[number]

/**
 * How someone left, by analogy with the categories made for insertion structures. The share of dynamic
 * exits is the first three over all exits.
 */
export const outcomeClasses = [
  'durableEmployment',
  'transitionEmployment',
  'positiveExit',
  'otherExit',
  'unknown',
] as const
export type OutcomeClass = (typeof outcomeClasses)[number]

/**
 * Whether an address lies in a priority neighbourhood. A commune's neighbourhoods only propose: without
 * their boundaries nothing concludes, so `toCheck` is where everyone starts.
 */
export const qpvStates = ['in', 'out', 'toCheck'] as const
export type QpvState = (typeof qpvStates)[number]

/** How the state was established: official map, the landlord's residence, what someone said, or a file. */
export const qpvHows = ['officialMap', 'residence', 'landlordSaid', 'personSaid', 'imported'] as const
export type QpvHow = (typeof qpvHows)[number]

/**
 * The ANCT's typology of rural communes. `outOfScope`: an urban commune or an overseas one; `changed`: the
 * commune's limits changed after the typology was made.
 */
export const ruralityClasses = [
  'smallIndustrialCentre',
  'smallMixedCentre',
  'agriculturalProduction',
  'industrialProduction',
  'affluentResidential',
  'mixedResidential',
  'specialisedTourism',
  'residentialTourism',
  'outOfScope',
  'changed',
] as const
export type RuralityClass = (typeof ruralityClasses)[number]
