import type { PaperToSign } from '../../shared/features/agreements.ts'
import { withQue } from '../../shared/rules/elision.ts'

interface AnswersNames {
  readonly person: string
  readonly organisation: string
}

type Wording = (
  names: AnswersNames,
) => Pick<PaperToSign, 'title' | 'introduction' | 'sections' | 'choices' | 'signature'>

/** The one that is given to sign today, for what is asked without a referral. */
export const currentAnswersWording = '2026-11'

/** Every wording that was ever given to sign: a version is never edited, a new one is added and becomes current. */
export const answersWordings = { '2026-11': { fr: french202611, en: english202611 } } as const satisfies Readonly<
  Record<string, Readonly<Record<'fr' | 'en', Wording>>>
>

function french202611({ person, organisation }: AnswersNames) {
  return {
    title: 'Mes accords',
    introduction: `Je soussigné(e) ${person} coche ci-dessous ce que j’accepte ${withQue(organisation)} fasse. Chaque case est libre\u00a0: n’en cocher aucune, ou retirer un accord plus tard, ne change rien à mon accompagnement.`,
    sections: [
      {
        title: 'À quoi servent ces accords',
        paragraphs: [
          `Ils permettent à ${organisation} de faire connaître ses actions et de rester en contact avec moi. Ils ne servent à rien d’autre\u00a0: mes images et mes paroles ne sont ni vendues, ni utilisées pour de la publicité, et je ne suis pas rémunéré(e) pour elles.`,
        ],
      },
      {
        title: 'Qui les voit',
        paragraphs: [
          `Ce que j’accepte de publier peut être vu par tous, et repris par d’autres une fois en ligne. Mon adresse et mon téléphone restent chez ${organisation}\u00a0: ils ne sont donnés à personne.`,
        ],
      },
      {
        title: 'Combien de temps',
        paragraphs: [
          `Jusqu’à ce que je retire mon accord. ${organisation} cesse alors d’utiliser ce qu’il couvrait, et retire ce qui est en ligne partout où c’est possible. Ce qui est déjà imprimé ou envoyé ne peut plus être repris.`,
        ],
      },
      {
        title: 'Mes droits',
        paragraphs: [
          `Je peux à tout moment retirer chacun de ces accords, lire ce qui est écrit sur moi, le faire corriger ou effacer. Il suffit de le demander à ${organisation}, qui répond dans le mois.`,
          'Si la réponse ne me convient pas, je peux m’adresser à la CNIL, 3 place de Fontenoy, 75007 Paris, www.cnil.fr.',
        ],
      },
    ],
    choices: [
      {
        text: `Photos et droit à l’image\u00a0: j’accepte d’être photographié(e) et filmé(e) pendant les activités, et ${withQue(organisation)} publie ces images sur ses sites, ses réseaux sociaux, ses documents et ses bilans.`,
      },
      {
        text: `Témoignage\u00a0: j’accepte ${withQue(organisation)} publie ce que je raconte de mon parcours, après l’avoir relu avec moi, avec mon prénom.`,
      },
      { text: `Lettre d’information\u00a0: j’accepte de recevoir celle ${withQue(organisation)} envoie par courriel.` },
      {
        text: `Être recontacté(e)\u00a0: j’accepte ${withQue(organisation)} me recontacte après mon accompagnement, pour prendre de mes nouvelles ou me proposer une rencontre.`,
      },
    ],
    signature: {
      madeOn: 'Fait le',
      person: 'Signature de la personne',
      officer: 'Nom et signature de qui les recueille',
    },
  }
}

function english202611({ person, organisation }: AnswersNames) {
  return {
    title: 'What I agree to',
    introduction: `I, ${person}, tick below what I agree that ${organisation} does. Each box is free: to tick none, or to withdraw an agreement later, changes nothing about my support.`,
    sections: [
      {
        title: 'What these agreements are for',
        paragraphs: [
          `They let ${organisation} make its work known and stay in touch with me. They are used for nothing else: my images and my words are neither sold nor used for advertising, and I am not paid for them.`,
        ],
      },
      {
        title: 'Who sees it',
        paragraphs: [
          `What I agree to publish may be seen by anyone, and copied by others once it is online. My address and my phone number stay with ${organisation}: they are given to nobody.`,
        ],
      },
      {
        title: 'For how long',
        paragraphs: [
          `Until I withdraw my agreement. ${organisation} then stops using what it covered, and takes down what is online wherever possible. What is printed or sent already cannot be taken back.`,
        ],
      },
      {
        title: 'My rights',
        paragraphs: [
          `At any time I can withdraw each of these agreements, read what is written about me, have it corrected or erased. I only need to ask ${organisation}, who answers within a month.`,
          'If the answer does not satisfy me, I can turn to the French data protection authority: CNIL, 3 place de Fontenoy, 75007 Paris, www.cnil.fr.',
        ],
      },
    ],
    choices: [
      {
        text: `Photographs and image rights: I agree to be photographed and filmed during the activities, and that ${organisation} publishes these images on its sites, social networks, documents and reports.`,
      },
      {
        text: `Testimony: I agree that ${organisation} publishes what I tell of my path, once read again with me, with my first name.`,
      },
      { text: `Newsletter: I agree to receive the one that ${organisation} sends by email.` },
      {
        text: `To be contacted later: I agree that ${organisation} contacts me after my support, to hear how I am or to suggest meeting.`,
      },
    ],
    signature: {
      madeOn: 'Signed on',
      person: 'Signature of the person',
      officer: 'Name and signature of who takes them',
    },
  }
}
