import type { LetterModelFields } from '../../shared/features/letters.ts'

/** What a space begins with: to be read again, changed and added to. */
export const firstModels: Readonly<Record<'fr' | 'en', readonly LetterModelFields[]>> = {
  fr: [
    {
      kind: 'letter',
      name: 'Convocation à un premier rendez-vous',
      subject: 'Premier rendez-vous avec {{association}}',
      body: `{{civilité}} {{nom}},

Votre bailleur, {{bailleur}}, nous a transmis vos coordonnées avec votre accord. Nous serions heureux de vous rencontrer pour parler de votre projet.

Appelez-nous ou répondez à ce courrier pour choisir le jour qui vous convient. L’échange est gratuit, dure environ une heure, et ne vous engage à rien.

Si ce projet n’est plus d’actualité, dites-le-nous : nous fermerons votre dossier.

{{signataire}}
{{fonction}}`,
    },
    {
      kind: 'email',
      name: 'Rappel du prochain atelier',
      subject: 'Votre prochain atelier avec {{association}}',
      body: `Bonjour {{prénom}},

Voici votre prochain rendez-vous :
{{prochain atelier}}

Si vous ne pouvez pas venir, prévenez-nous par retour de ce message : votre place pourra servir à quelqu’un d’autre.

À bientôt,
{{signataire}}
{{association}}`,
    },
    {
      kind: 'email',
      name: 'Bienvenue dans le programme',
      subject: 'Bienvenue dans {{programme}}',
      body: `Bonjour {{prénom}},

Votre inscription est confirmée : {{programme}}, {{cohorte}}.

Votre premier atelier :
{{prochain atelier}}

Vous pouvez nous écrire ou nous appeler à tout moment pour une question pratique : garde d’enfants, transport, horaires.

{{signataire}}
{{association}}`,
    },
    {
      kind: 'email',
      name: 'Nouvelles après un rendez-vous manqué',
      subject: 'Prenons de vos nouvelles',
      body: `Bonjour {{prénom}},

Nous ne nous sommes pas vus comme prévu. Ce n’est pas grave : dites-nous simplement quand vous seriez disponible, ou comment vous préférez que nous vous appelions.

{{coach}}
{{association}}`,
    },
    {
      kind: 'letter',
      name: 'Attestation de suivi',
      subject: 'Attestation de suivi',
      body: `{{association}} atteste que

{{prénom et nom}}

bénéficie de son accompagnement dans le cadre du programme {{programme}}.

Attestation établie à la demande de la personne, pour servir ce que de droit.

Fait le {{date}}
{{signataire}}, {{fonction}}`,
    },
    {
      kind: 'letter',
      name: 'Relance pour un document manquant',
      subject: 'Un document manque à votre dossier',
      body: `{{civilité}} {{nom}},

Il manque un document à votre dossier. Vous pouvez nous l’apporter lors de votre prochain passage, ou l’envoyer par courriel.

Pour une pièce d’identité, il suffit de nous la montrer : nous n’en gardons pas de copie.

{{signataire}}
{{association}}`,
    },
  ],
  en: [
    {
      kind: 'letter',
      name: 'Invitation to a first meeting',
      subject: 'A first meeting with {{association}}',
      body: `Dear {{title}} {{last name}},

Your landlord, {{landlord}}, gave us your details with your agreement. We would be glad to meet you and talk about your project.

Call us or answer this letter to choose a day that suits you. The meeting is free, lasts about an hour, and commits you to nothing.

If you no longer have this project in mind, tell us and we will close your file.

{{sender}}
{{role}}`,
    },
    {
      kind: 'email',
      name: 'Reminder of the next workshop',
      subject: 'Your next workshop with {{association}}',
      body: `Hello {{first name}},

Here is your next appointment:
{{next workshop}}

If you cannot come, answer this message: someone else may take your place.

See you soon,
{{sender}}
{{association}}`,
    },
    {
      kind: 'email',
      name: 'Welcome to the programme',
      subject: 'Welcome to {{programme}}',
      body: `Hello {{first name}},

Your place is confirmed: {{programme}}, {{cohort}}.

Your first workshop:
{{next workshop}}

Write or call at any time for a practical question: childcare, transport, hours.

{{sender}}
{{association}}`,
    },
    {
      kind: 'letter',
      name: 'Proof of support',
      subject: 'Proof of support',
      body: `I, {{sender}}, {{role}}, certify that

{{full name}}

is supported by {{association}} as part of the programme {{programme}}.

Made at the person’s request, on {{date}}.
{{sender}}`,
    },
  ],
}
