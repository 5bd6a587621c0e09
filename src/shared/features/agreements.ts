import * as z from 'zod'
import { command, query } from '../endpoint.ts'
import { type ConsentPurpose, consentHows } from '../rules/consent.ts'
import { Optional, Text } from './fields.ts'
import { IsoDate, Person } from './people.ts'

/** What a person is asked without a referral. Each is answered apart, and no answer is an answer too. */
export const askedPurposes = [
  'photo',
  'testimony',
  'newsletter',
  'contact',
] as const satisfies readonly ConsentPurpose[]
export type AskedPurpose = (typeof askedPurposes)[number]

/** A form to sign, in its own words; a name that is not known is empty, to be written by hand. */
export const PaperToSign = z.object({
  wordingVersion: z.string(),
  title: z.string(),
  personName: z.string(),
  introduction: z.string(),
  sections: z.array(z.object({ title: z.string(), paragraphs: z.array(z.string()) })),
  /** Each is ticked apart. */
  choices: z.array(z.object({ text: z.string() })),
  signature: z.object({ madeOn: z.string(), person: z.string(), officer: z.string() }),
})
export type PaperToSign = z.infer<typeof PaperToSign>

const AgreementsForm = PaperToSign.extend({ organisationName: z.string() })
export type AgreementsForm = z.infer<typeof AgreementsForm>

export const agreements = {
  /** The form to sign for what is asked without a referral. */
  form: query(z.strictObject({ personId: z.string(), locale: z.enum(['fr', 'en']) }), AgreementsForm),
  /** What someone answered one day, each purpose once. To refuse ends what was agreed to before. */
  record: command(
    z.strictObject({
      personId: z.string(),
      answers: z.array(z.strictObject({ purpose: z.enum(askedPurposes), agreed: z.boolean() })).min(1),
      how: z.enum(consentHows),
      on: IsoDate,
      wordingVersion: Text(20),
      proof: Optional(200).default(null),
    }),
    Person,
  ),
}
