import type { LandlordFeedback } from '../../shared/rules/consent.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import { withDe } from '../../shared/rules/elision.ts'
import type { FeedbackOccasion, ReferralState, RefusalReason } from '../../shared/rules/referral-transitions.ts'
import type { OutcomeClass } from '../../shared/rules/values.ts'

/** All that a message to the landlord is made of. */
export interface FeedbackFacts extends LandlordFeedback {
  readonly stateSince: IsoDay
  readonly personName: string
  readonly contactName: string
}

interface Words {
  readonly day: (day: IsoDay) => string
  readonly referral: (facts: {
    readonly number: string
    readonly person: string
    readonly receivedOn: string | null
  }) => string
  readonly state: Readonly<Record<ReferralState, (day: string) => string>>
  readonly met: (day: string) => string
  readonly decision: (day: string, outcome: string) => string
  readonly outcome: Readonly<Record<'accepted' | 'refused' | 'redirected', string>>
  readonly reason: Readonly<Record<RefusalReason, string>>
  readonly entered: (day: string) => string
  readonly exit: (day: string, outcome: string | null) => string
  readonly exitClass: Readonly<Record<OutcomeClass, string | null>>
  readonly contact: (name: string) => string
}

/** The message in a language: which referral, where it stands, whom to call. One sentence a line. */
export function feedbackMessage(occasion: FeedbackOccasion, locale: 'fr' | 'en', facts: FeedbackFacts): string {
  const words = locale === 'fr' ? french : english
  const receivedOn = facts.receivedOn === null ? null : words.day(facts.receivedOn)
  const lines = [
    words.referral({ number: facts.number, person: facts.personName, receivedOn }),
    ...told(occasion, words, facts),
    words.contact(facts.contactName),
  ]
  return lines.join('\n')
}

function told(occasion: FeedbackOccasion, words: Words, facts: FeedbackFacts): readonly string[] {
  switch (occasion) {
    case 'received':
      return [stateLine(words, facts)]
    case 'decision':
      return [decisionLine(words, facts)]
    case 'entry':
      return [
        decisionLine(words, facts),
        ...(facts.enteredOn === null ? [] : [words.entered(words.day(facts.enteredOn))]),
      ]
    case 'exit':
      return [
        facts.closedOn === null
          ? stateLine(words, facts)
          : words.exit(
              words.day(facts.closedOn),
              facts.outcomeClass === null ? null : words.exitClass[facts.outcomeClass],
            ),
      ]
  }
}

function stateLine(words: Words, facts: FeedbackFacts): string {
  if (facts.state === 'waitlisted' && facts.metOn !== null)
    return `${words.met(words.day(facts.metOn))} ${words.state.waitlisted(words.day(facts.stateSince))}`
  return words.state[facts.state](words.day(facts.stateSince))
}

function decisionLine(words: Words, facts: FeedbackFacts): string {
  const decided = facts.state === 'closed' ? 'accepted' : facts.state
  if (facts.decidedOn === null || (decided !== 'accepted' && decided !== 'refused' && decided !== 'redirected'))
    return stateLine(words, facts)
  const reasons = facts.refusalReasons.map((reason) => words.reason[reason])
  return words.decision(words.day(facts.decidedOn), [words.outcome[decided], ...reasons].join(', '))
}

const french: Words = {
  day: (day) => day.split('-').reverse().join('/'),
  referral: ({ number, person, receivedOn }) =>
    `Orientation ${withDe(person)} (${number})${receivedOn === null ? '' : `, reçue le ${receivedOn}`}.`,
  state: {
    draft: () => 'Brouillon, non envoyé.',
    sent: (day) => `Envoyée le ${day}, en attente de réponse.`,
    received: () => 'Bien reçue\u00a0: nous allons prendre contact avec la personne.',
    contacting: (day) => `Prise de contact en cours depuis le ${day}.`,
    met: (day) => `Rencontre le ${day}, décision à venir.`,
    waitlisted: (day) => `Inscription sur liste d’attente le ${day}.`,
    accepted: (day) => `Acceptée le ${day}.`,
    refused: (day) => `Non retenue le ${day}.`,
    redirected: (day) => `Réorientée le ${day}.`,
    withdrawn: (day) => `Retirée le ${day}.`,
    expired: (day) => `Sans suite depuis le ${day}.`,
    closed: (day) => `Close le ${day}.`,
  },
  met: (day) => `Rencontre le ${day}.`,
  decision: (day, outcome) => `Décision du ${day}\u00a0: ${outcome}.`,
  outcome: { accepted: 'acceptée', refused: 'non retenue', redirected: 'réorientée vers un autre accompagnement' },
  reason: {
    notReachable: 'injoignable',
    notInterested: 'ne souhaite pas donner suite',
    notEligibleArea: 'hors territoire',
    notEligibleAge: 'condition d’âge',
    notEligibleStage: 'stade du projet',
    noPlace: 'plus de place',
    otherScheme: 'un autre dispositif convient mieux',
    moved: 'a déménagé',
    duplicate: 'orientation en double',
    other: 'autre raison',
  },
  entered: (day) => `Entrée dans l’accompagnement le ${day}.`,
  exit: (day, outcome) => `Fin de l’accompagnement le ${day}${outcome === null ? '' : `\u00a0: ${outcome}`}.`,
  exitClass: {
    durableEmployment: 'emploi durable',
    transitionEmployment: 'emploi de transition',
    positiveExit: 'sortie positive',
    otherExit: 'autre sortie',
    unknown: null,
  },
  contact: (name) => `Contact\u00a0: ${name}.`,
}

const english: Words = {
  day: (day) => day.split('-').reverse().join('/'),
  referral: ({ number, person, receivedOn }) =>
    `Referral of ${person} (${number})${receivedOn === null ? '' : `, received on ${receivedOn}`}.`,
  state: {
    draft: () => 'Draft, not sent.',
    sent: (day) => `Sent on ${day}, awaiting a reply.`,
    received: () => 'Well received: we are going to contact the person.',
    contacting: (day) => `Contact under way since ${day}.`,
    met: (day) => `Meeting held on ${day}, decision to come.`,
    waitlisted: (day) => `On the waiting list since ${day}.`,
    accepted: (day) => `Accepted on ${day}.`,
    refused: (day) => `Not selected on ${day}.`,
    redirected: (day) => `Redirected on ${day}.`,
    withdrawn: (day) => `Withdrawn on ${day}.`,
    expired: (day) => `Without follow-up since ${day}.`,
    closed: (day) => `Closed on ${day}.`,
  },
  met: (day) => `Meeting held on ${day}.`,
  decision: (day, outcome) => `Decision of ${day}: ${outcome}.`,
  outcome: { accepted: 'accepted', refused: 'not selected', redirected: 'redirected to other support' },
  reason: {
    notReachable: 'could not be reached',
    notInterested: 'does not wish to go on',
    notEligibleArea: 'outside our area',
    notEligibleAge: 'age condition',
    notEligibleStage: 'stage of the project',
    noPlace: 'no place left',
    otherScheme: 'another scheme suits better',
    moved: 'has moved',
    duplicate: 'duplicate referral',
    other: 'another reason',
  },
  entered: (day) => `Joined the programme on ${day}.`,
  exit: (day, outcome) => `End of support on ${day}${outcome === null ? '' : `: ${outcome}`}.`,
  exitClass: {
    durableEmployment: 'lasting employment',
    transitionEmployment: 'transitional employment',
    positiveExit: 'positive exit',
    otherExit: 'other exit',
    unknown: null,
  },
  contact: (name) => `Contact: ${name}.`,
}
