import * as z from 'zod'
import { Nothing, Saved, command, query } from '../endpoint.ts'
import { consentHows, consentScopes } from '../rules/consent.ts'
import type { DeadlineRule } from '../rules/referral-clock.ts'
import {
  expiryReasons,
  feedbackOccasions,
  redirectTargetKinds,
  referralMovers,
  referralStates,
  refusalReasons,
  withdrawalReasons,
} from '../rules/referral-transitions.ts'
import {
  bestTimes,
  contactAttemptResults,
  contactChannels,
  contactPreferences,
  needs,
  outcomeClasses,
  projectStages,
  qpvStates,
  referralMotives,
} from '../rules/values.ts'
import { PaperToSign } from './agreements.ts'
import { Entry } from './entry.ts'
import { ById, Optional, Text } from './fields.ts'
import { Filter, Page, PageRequest } from './lists.ts'
import { IsoDate, NewPerson } from './people.ts'

/** Why it was refused, withdrawn or let expire: one list of codes, each used by its own moves. */
export const moveReasons = [...refusalReasons, ...withdrawalReasons, ...expiryReasons] as const
export const MoveReason = z.enum(moveReasons)

/** The person's agreement to be referred: mandatory to send. The wording they read is kept by its version. */
export const AgreementInput = z.strictObject({
  how: z.enum(consentHows),
  givenOn: IsoDate,
  scope: z.array(z.enum(consentScopes)).min(1),
  wordingVersion: Text(20),
  proof: Optional(200).default(null),
})
export const Agreement = AgreementInput.extend({ id: z.string(), withdrawnOn: z.string().nullable() })

/** What may be said of a referral while it runs. */
export const ReferralFields = z.strictObject({
  landlordId: z.string().nullable(),
  residenceId: z.string().nullable(),
  agency: Optional(100),
  officerName: Optional(120),
  officerEmail: Optional(120),
  officerPhone: Optional(40),
  motive: z.enum(referralMotives),
  needs: z.array(z.enum(needs)).max(20),
  contactPreference: z.enum(contactPreferences).nullable(),
  bestTimes: z.array(z.enum(bestTimes)),
  languageHelp: z.boolean(),
  project: Optional(200),
  projectStage: z.enum(projectStages).nullable(),
  goal: Optional(200),
  note: Optional(500),
  assignedToId: z.string().nullable(),
})
export type ReferralFields = z.infer<typeof ReferralFields>

/** In a landlord's space it starts as a draft, in an association's as received. */
export const NewReferral = ReferralFields.partial().extend({
  motive: z.enum(referralMotives),
  /** Someone already known, or someone new: one of the two. */
  personId: z.string().nullable().default(null),
  person: NewPerson.nullable().default(null),
  agreement: AgreementInput.nullable().default(null),
  receivedOn: IsoDate.nullable().default(null),
  /** The day it was sent, when it is logged later; today otherwise. */
  sentOn: IsoDate.nullable().default(null),
  /** A landlord's officer may send at once; it then needs the agreement. */
  send: z.boolean().default(false),
  /**
   * The redirected referral that this one follows: same person, same thread. What is not said is taken from it; the
   * person's agreement too when it goes to another programme, never when it goes to another organisation.
   */
  previousId: z.string().nullable().default(null),
})
export type NewReferral = z.input<typeof NewReferral>

export const ReferralMove = z.object({
  id: z.string(),
  from: z.enum(referralStates).nullable(),
  to: z.enum(referralStates),
  on: z.string(),
  at: z.string(),
  /** On whose behalf, and who recorded it: a member, or the partner whose file told it. */
  mover: z.enum(referralMovers),
  by: z.string().nullable(),
  reasons: z.array(z.string()),
  note: z.string().nullable(),
})
export const ContactAttempt = z.object({
  id: z.string(),
  at: z.string(),
  channel: z.enum(contactChannels),
  result: z.enum(contactAttemptResults),
  note: z.string().nullable(),
  by: z.string().nullable(),
})
/** Owed while `sentOn` is null, if the person agreed that the landlord be told. */
export const ReferralFeedback = z.object({
  id: z.string(),
  occasion: z.enum(feedbackOccasions),
  happenedOn: z.string(),
  dueOn: z.string(),
  sentOn: z.string().nullable(),
  channel: z.string().nullable(),
  message: z.string().nullable(),
  by: z.string().nullable(),
})
export type ReferralFeedback = z.infer<typeof ReferralFeedback>

export const deadlineRules = [
  'acknowledge',
  'firstContact',
  'contactAttempts',
  'decision',
  'waitlistReview',
  'feedback',
] as const satisfies readonly DeadlineRule[]
/** When something is due, and under which rule: 0 left on the last day, negative once late; `totalDays` from the start of that clock. */
export const Deadline = z.object({
  dueOn: z.string(),
  rule: z.enum(deadlineRules),
  daysLeft: z.number().int(),
  workingDaysLeft: z.number().int(),
  totalDays: z.number().int(),
})
export type Deadline = z.infer<typeof Deadline>

export const Referral = ReferralFields.extend({
  id: z.string(),
  version: z.number().int(),
  number: z.string(),
  state: z.enum(referralStates),
  stateSince: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  sentOn: z.string().nullable(),
  receivedOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  city: z.string().nullable(),
  birthYear: z.number().nullable(),
  landlordName: z.string().nullable(),
  residenceName: z.string().nullable(),
  residenceCode: z.string().nullable(),
  assignedTo: z.string().nullable(),
  reasons: z.array(MoveReason),
  rank: z.number().int().nullable(),
  outcomeClass: z.enum(outcomeClasses).nullable(),
  otherSchemeName: z.string().nullable(),
  redirectKind: z.enum(redirectTargetKinds).nullable(),
  redirectedTo: z.string().nullable(),
  redirectedToId: z.string().nullable(),
  threadId: z.string().nullable(),
  previousId: z.string().nullable(),
  nextId: z.string().nullable(),
  deadline: Deadline.nullable(),
  agreement: Agreement.nullable(),
  /** When the agreement is to be confirmed again; null once nothing depends on it. */
  confirmAgreementOn: z.string().nullable(),
  /** Whether the person agrees today that the landlord be told. */
  feedbackAllowed: z.boolean(),
  /** What the clock proposes, for a member to confirm by the move to `expired`. */
  expiryProposal: z.enum(expiryReasons).nullable(),
  /** What was true the day it was sent or received: frozen then, null on a draft. */
  entry: Entry.nullable(),
  moves: z.array(ReferralMove),
  attempts: z.array(ContactAttempt),
  feedbacks: z.array(ReferralFeedback),
  /** The states it may move to from here, in this kind of space. */
  nextStates: z.array(z.enum(referralStates)),
})
export type Referral = z.infer<typeof Referral>

export const ReferralRow = z.object({
  id: z.string(),
  version: z.number().int(),
  number: z.string(),
  state: z.enum(referralStates),
  stateSince: z.string(),
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  landlordId: z.string().nullable(),
  landlordName: z.string().nullable(),
  residenceName: z.string().nullable(),
  officerName: z.string().nullable(),
  motive: z.enum(referralMotives),
  project: z.string().nullable(),
  projectStage: z.string().nullable(),
  needs: z.array(z.string()),
  sentOn: z.string().nullable(),
  receivedOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  reasons: z.array(z.string()),
  attempts: z.number().int(),
  rank: z.number().nullable(),
  assignedToId: z.string().nullable(),
  assignedTo: z.string().nullable(),
  deadline: Deadline.nullable(),
  entryQpvState: z.enum(qpvStates),
  entryQpvCode: z.string().nullable(),
  agreementOn: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  nextStates: z.array(z.enum(referralStates)),
})
export type ReferralRow = z.infer<typeof ReferralRow>

/** One move. What each needs (reasons, rank, target, outcome; a note in words to reopen) is in `rules/referral-transitions.ts`. */
export const MoveInput = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  to: z.enum(referralStates),
  on: IsoDate,
  reasons: z.array(MoveReason).default([]),
  redirectTarget: z
    .strictObject({
      kind: z.enum(redirectTargetKinds),
      name: Text(120),
      organisationId: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  otherSchemeName: Optional(120).default(null),
  /** Accepted without a meeting, because the person was known before. */
  alreadyKnown: z.boolean().default(false),
  rank: z.number().int().min(1).nullable().default(null),
  outcomeClass: z.enum(outcomeClasses).nullable().default(null),
  /** Who asked, for a withdrawal: the person or the officer. */
  askedBy: z.enum(['person', 'officer']).nullable().default(null),
  note: Optional(500).default(null),
})
export type MoveInput = z.input<typeof MoveInput>

/** The form to sign, with the names of those it binds. */
export const AgreementForm = PaperToSign.extend({
  landlordName: z.string(),
  associationName: z.string(),
  /** Only `contact` is needed for the referral. */
  choices: z.array(z.object({ scope: z.enum(consentScopes), text: z.string() })),
})
export type AgreementForm = z.infer<typeof AgreementForm>

export const referrals = {
  list: query(PageRequest, Page(ReferralRow)),
  /** The columns of the board, in order: drafts and open referrals for a landlord, what an association works on; those due first, the waiting list by rank. `limit` for each column. */
  board: query(
    z.strictObject({ filter: Filter, limit: z.number().int().max(200).default(50) }),
    z.array(z.object({ state: z.enum(referralStates), total: z.number().int(), rows: z.array(ReferralRow) })),
  ),
  get: query(ById, Referral),
  /** All that someone has, in the trash aside, the latest first. */
  ofPerson: query(z.strictObject({ personId: z.string() }), z.array(Referral)),
  /** What is late today, and what feedback is owed; for the side bar's count and the overdue list. */
  overdue: query(Nothing, z.object({ referrals: z.number().int(), feedbacks: z.number().int() })),
  create: command(NewReferral, Referral),
  update: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: ReferralFields.partial() }),
    Saved(Referral),
  ),
  recordAgreement: command(z.strictObject({ id: z.string(), agreement: AgreementInput }), Referral),
  move: command(MoveInput, Saved(Referral)),
  /** Its place on the waiting list, the others closing up; the same place tells that it was looked at today. */
  setRank: command(z.strictObject({ id: z.string(), rank: z.number().int().min(1) }), Referral),
  addAttempt: command(
    z.strictObject({
      id: z.string(),
      at: z.iso.datetime(),
      channel: z.enum(contactChannels),
      result: z.enum(contactAttemptResults),
      note: Optional(500).default(null),
    }),
    Referral,
  ),
  /** The text the officer will read, drafted from state, dates and reasons; never from notes. */
  draftFeedback: query(
    z.strictObject({
      id: z.string(),
      occasion: z.enum(feedbackOccasions),
      locale: z.enum(['fr', 'en']),
      /** A decision not saved yet, to read before it is taken. */
      planned: z
        .strictObject({ to: z.enum(referralStates), on: IsoDate, reasons: z.array(MoveReason) })
        .nullable()
        .default(null),
    }),
    /** An empty message when the person did not agree. `recipient`: who will read it. */
    z.object({ message: z.string(), recipient: z.string().nullable(), allowed: z.boolean() }),
  ),
  recordFeedback: command(
    z.strictObject({
      id: z.string(),
      occasion: z.enum(feedbackOccasions),
      sentOn: IsoDate,
      channel: z.enum(contactChannels),
      message: Optional(2000),
    }),
    Referral,
  ),
  /** The facts of the agreement form to sign, for the screen to lay out and print. */
  agreementForm: query(
    z.strictObject({
      personId: z.string().nullable(),
      landlordId: z.string().nullable(),
      locale: z.enum(['fr', 'en']),
    }),
    AgreementForm,
  ),
  trash: command(ById, Nothing),
  restore: command(ById, Referral),
}
