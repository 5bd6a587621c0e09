import * as z from 'zod'
import { Nothing, Saved, command, job, query } from '../endpoint.ts'
import { letterKinds, mostLetters } from '../rules/letters.ts'
import { Text } from './fields.ts'
import { Selection } from './lists.ts'
import { Locale } from './space.ts'

const Id = z.string().min(1).max(60)

/** `subject`: of the message, or the object of the letter. Fields to be merged are written `{{prénom}}`. */
export const LetterText = z.strictObject({
  kind: z.enum(letterKinds),
  subject: Text(200),
  body: z.string().trim().min(1).max(6000),
})
export type LetterText = z.infer<typeof LetterText>

export const LetterModelFields = LetterText.extend({ name: Text(120).min(1) })
export type LetterModelFields = z.infer<typeof LetterModelFields>

export const LetterModel = LetterModelFields.extend({
  id: z.string(),
  version: z.number().int(),
  deletedAt: z.string().nullable(),
  updatedAt: z.string(),
})
export type LetterModel = z.infer<typeof LetterModel>

/** One letter as its recipient would read it. */
export const MergedLetter = z.object({
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  /** How the envelope is written: name, then address; null when the address is not known. */
  address: z.string().nullable(),
  subject: z.string(),
  body: z.string(),
  /** What the text asked for and nobody knows, by the names of the fields. */
  missing: z.array(z.string()),
})
export type MergedLetter = z.infer<typeof MergedLetter>

const ById = z.strictObject({ id: Id })

export const letters = {
  models: query(z.strictObject({ trashed: z.boolean().default(false) }), z.array(LetterModel)),
  createModel: command(LetterModelFields, LetterModel),
  updateModel: command(
    z.strictObject({ id: Id, version: z.number().int(), fields: LetterModelFields.partial() }),
    Saved(LetterModel),
  ),
  trashModel: command(ById, Nothing),
  restoreModel: command(ById, LetterModel),
  /** A few models to begin with, in the language of the screen; nothing when the space has some. */
  seedModels: command(z.strictObject({ locale: Locale }), z.object({ added: z.number().int() })),
  /** Every letter of a selection, in the order of the names, before anything leaves. */
  preview: query(
    z.strictObject({ text: LetterText, selection: Selection, locale: Locale }),
    z.object({
      letters: z.array(MergedLetter),
      /** Who signs, and from where: for the page that is printed. */
      sender: z.object({ association: z.string(), member: z.string(), date: z.string() }),
    }),
  ),
  /** Notes that letters left, printed or handed to a mail program: to whom, why, and on each person's record. */
  record: command(
    z.strictObject({
      kind: z.enum(letterKinds),
      /** What the whole is called: the model, most often. */
      title: Text(200),
      letters: z
        .array(z.strictObject({ personId: Id, subject: Text(400) }))
        .min(1)
        .max(mostLetters),
      fileName: Text(200),
      recipient: Text(200),
      purpose: Text(200),
    }),
    z.object({ noted: z.number().int() }),
  ),
  /** Messages as drafts, in one archive that a mail program opens; noted like letters that left. */
  saveDrafts: job(
    z.strictObject({
      text: LetterText,
      title: Text(200),
      personIds: z.array(Id).min(1).max(mostLetters),
      path: z
        .string()
        .min(1)
        .max(4096)
        .refine((path) => !path.includes('\0')),
      locale: Locale,
      recipient: Text(200),
      purpose: Text(200),
    }),
    z.object({ path: z.string(), drafts: z.number().int(), leftOut: z.number().int() }),
  ),
}
