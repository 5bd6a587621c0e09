import type { AgreementForm } from '../../shared/features/referrals.ts'
import { withDe, withQue } from '../../shared/rules/elision.ts'

export interface AgreementNames {
  readonly person: string
  readonly landlord: string
  readonly association: string
}

type Wording = (
  names: AgreementNames,
) => Pick<AgreementForm, 'title' | 'introduction' | 'sections' | 'choices' | 'signature'>

/** The one that is given to sign today. Each agreement keeps the version the person read. */
export const currentWording = '2026-11-26'

/**
 * Every wording that was ever given to sign: a version is never edited, a new one is added and becomes current. How a
 * name is joined to the word before it is spelling, not wording.
 */
export const wordings = {
  '2026-11': { fr: french202611, en: english202611 },
  '2026-11-26': { fr: french20261126, en: english20261126 },
} as const satisfies Readonly<Record<string, Readonly<Record<'fr' | 'en', Wording>>>>

/** A line to write on, where the name is not known. */
function orBlank(name: string): string {
  return name === '' ? '.'.repeat(32) : name
}

function french202611(names: AgreementNames) {
  const person = orBlank(names.person)
  const landlord = orBlank(names.landlord)
  const association = orBlank(names.association)
  return {
    title: 'Accord pour une orientation',
    introduction: `Je soussigné(e) ${person} suis d’accord pour ${withQue(landlord)}, qui gère mon logement ou celui que j’occupe, m’oriente vers l’association ${association}, pour un accompagnement vers un projet professionnel ou d’entreprise. Cet accord est libre\u00a0: le refuser ou le retirer ne change rien à mon logement.`,
    sections: [
      {
        title: 'À quoi servent ces informations',
        paragraphs: [
          `Elles servent à ${association} pour me contacter, étudier ma demande et décider avec moi de la suite. Elles ne servent à rien d’autre.`,
          `${association} les utilise dans son intérêt légitime à accompagner les personnes qui le souhaitent\u00a0; leur transmission par ${landlord}, puis ce qui lui est dit en retour, reposent sur mon accord.`,
        ],
      },
      {
        title: 'Ce qui est transmis',
        paragraphs: [
          'Mon nom et mes coordonnées, ma commune et ma résidence, la façon et le moment où je souhaite qu’on me joigne, mon projet en une phrase, ce qui m’aiderait, et le nom de la personne qui m’oriente.',
          'Jamais\u00a0: mes loyers ou mes dettes, mes revenus, ma santé, ma situation familiale, mes origines, mes opinions, mon numéro de sécurité sociale.',
        ],
      },
      {
        title: 'Qui les reçoit',
        paragraphs: [
          `Les salariés et bénévoles ${withDe(association)} chargés de mon accompagnement. Si je l’accepte plus bas, la personne qui m’oriente chez ${landlord} apprend où en est ma demande\u00a0: l’étape, les dates, la décision et son motif, la fin de l’accompagnement et son résultat. Le contenu de mes échanges avec l’association ne lui est jamais transmis.`,
          'Elles ne sont ni vendues, ni publiées, ni transmises à quelqu’un d’autre sans un nouvel accord.',
        ],
      },
      {
        title: 'Combien de temps elles sont gardées',
        paragraphs: [
          'Si ma demande n’aboutit pas\u00a0: six mois, puis elles sont rendues anonymes. Si je suis accompagné(e)\u00a0: deux ans après le dernier contact, puis elles sont supprimées ou rendues anonymes.',
        ],
      },
      {
        title: 'Mes droits',
        paragraphs: [
          `Je peux à tout moment retirer cet accord, lire tout ce qui est écrit sur moi, commentaires compris, le faire corriger ou effacer, m’opposer à son utilisation ou la faire limiter. Il suffit de le demander à ${association} ou à ${landlord}, qui répond dans le mois. Retirer mon accord ne remet pas en cause ce qui a été fait avant.`,
          'Si la réponse ne me convient pas, je peux m’adresser à la CNIL, 3 place de Fontenoy, 75007 Paris, www.cnil.fr.',
        ],
      },
    ],
    choices: [
      {
        scope: 'contact' as const,
        text: `J’accepte ${withQue(landlord)} transmette ces informations à ${association}, et que l’association me contacte.`,
      },
      {
        scope: 'statusBack' as const,
        text: `J’accepte ${withQue(association)} dise à ${landlord} où en est ma demande\u00a0: étape, dates, décision, résultat. Jamais le contenu des échanges. Cette case est facultative.`,
      },
    ],
    signature: {
      madeOn: 'Fait le',
      person: 'Signature de la personne',
      officer: 'Nom et signature de la personne qui oriente',
    },
  }
}

function english202611(names: AgreementNames) {
  const person = orBlank(names.person)
  const landlord = orBlank(names.landlord)
  const association = orBlank(names.association)
  return {
    title: 'Agreement to a referral',
    introduction: `I, ${person}, agree that ${landlord}, which manages the home I live in, refers me to the association ${association}, for support towards a job or a business of my own. I am free to agree: refusing or withdrawing changes nothing about my home.`,
    sections: [
      {
        title: 'What this information is for',
        paragraphs: [
          `${association} uses it to contact me, to look into my request and to decide with me what comes next. It is used for nothing else.`,
          `${association} uses it in its legitimate interest of supporting people who ask for it; its transfer by ${landlord}, and the news given in return, rest on my agreement.`,
        ],
      },
      {
        title: 'What is passed on',
        paragraphs: [
          'My name and how to reach me, my town and residence, how and when I wish to be contacted, my project in one line, what would help me, and the name of the person who refers me.',
          'Never: rent or debts, income, health, family situation, origins, opinions, social security number.',
        ],
      },
      {
        title: 'Who receives it',
        paragraphs: [
          `The staff and volunteers of ${association} in charge of my support. If I agree below, the person who refers me at ${landlord} learns where my request stands: the step, the dates, the decision and its reason, the end of the support and its result. What I say to the association is never passed on.`,
          'It is neither sold nor published, nor passed on to anyone else without a new agreement.',
        ],
      },
      {
        title: 'How long it is kept',
        paragraphs: [
          'If my request comes to nothing: six months, then it is made anonymous. If I am supported: two years after the last contact, then it is deleted or made anonymous.',
        ],
      },
      {
        title: 'My rights',
        paragraphs: [
          `At any time I can withdraw this agreement, read all that is written about me, comments included, have it corrected or erased, object to its use or have it limited. I only need to ask ${association} or ${landlord}, who answers within a month. Withdrawing does not undo what was done before.`,
          'If the answer does not satisfy me, I can turn to the French data protection authority: CNIL, 3 place de Fontenoy, 75007 Paris, www.cnil.fr.',
        ],
      },
    ],
    choices: [
      {
        scope: 'contact' as const,
        text: `I agree that ${landlord} passes this information on to ${association}, and that the association contacts me.`,
      },
      {
        scope: 'statusBack' as const,
        text: `I agree that ${association} tells ${landlord} where my request stands: step, dates, decision, result. Never what was said. This box is optional.`,
      },
    ],
    signature: {
      madeOn: 'Signed on',
      person: 'Signature of the person',
      officer: 'Name and signature of the person who refers',
    },
  }
}

function french20261126(names: AgreementNames) {
  const before = french202611(names)
  return {
    ...before,
    sections: withPassedOn(before.sections, 'Ce qui est transmis', [
      'Mon nom, ma date ou mon année de naissance, mes coordonnées, ma commune, mon quartier et ma résidence, la façon et le moment où je souhaite qu’on me joigne, mon projet en une phrase, ce qui m’aiderait, une courte note que je peux lire, et le nom de la personne qui m’oriente.',
    ]),
  }
}

function english20261126(names: AgreementNames) {
  const before = english202611(names)
  return {
    ...before,
    sections: withPassedOn(before.sections, 'What is passed on', [
      'My name, my date or year of birth, how to reach me, my town, neighbourhood and residence, how and when I wish to be contacted, my project in one line, what would help me, a short note that I may read, and the name of the person who refers me.',
    ]),
  }
}

/** These sections, the one of this title beginning with these paragraphs in place of its first. */
function withPassedOn(
  sections: AgreementForm['sections'],
  title: string,
  paragraphs: readonly string[],
): AgreementForm['sections'] {
  return sections.map((section) =>
    section.title === title ? { title, paragraphs: [...paragraphs, ...section.paragraphs.slice(1)] } : section,
  )
}
