import * as z from 'zod'
import { Nothing, command, lifecycle, query } from '../endpoint.ts'
import { updateSteps } from '../rules/update-steps.ts'
import { spaceKinds } from '../rules/values.ts'
import { holidayRegions } from '../rules/working-days.ts'

export const locales = ['fr', 'en'] as const
export const Locale = z.enum(locales)
export type Locale = z.infer<typeof Locale>

/** Whether a space may be opened: its envelope may not be readable, come from a newer version, or be gone with its disk. */
export const spaceConditions = ['sound', 'damaged', 'fromFuture', 'missing'] as const

/** A folder that holds a space, as it can be told without opening it. */
export const KnownSpace = z.object({
  condition: z.enum(spaceConditions),
  folder: z.string(),
  spaceId: z.string(),
  name: z.string(),
  kind: z.enum(spaceKinds),
  demo: z.boolean(),
  lastOpenedAt: z.string().nullable(),
  present: z.boolean(),
  keychain: z.boolean(),
})
export type KnownSpace = z.infer<typeof KnownSpace>

/** A space that is being brought to this version; `total` is null where a step cannot be counted. */
export const Updating = z.object({
  state: z.literal('updating'),
  space: KnownSpace,
  step: z.enum(updateSteps),
  done: z.number().int(),
  total: z.number().int().nullable(),
})
export type Updating = z.infer<typeof Updating>

export const SpaceState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('locked'), space: KnownSpace, waitSeconds: z.number().int() }),
  Updating,
  z.object({ state: z.literal('open'), space: KnownSpace }),
])
export type SpaceState = z.infer<typeof SpaceState>

const Passphrase = z.string().min(1).max(1024)

/** A backup beside its space, or the one found in a chosen folder. */
export const Backup = z.object({
  path: z.string(),
  at: z.string(),
  bytes: z.number(),
  reason: z.string(),
  counts: z.record(z.string(), z.number()),
})
export type Backup = z.infer<typeof Backup>

/** What opening a space says of its keys: a new recovery key is shown once, and kept nowhere. */
export const RecoveryKey = z.object({ groups: z.array(z.string()).length(8) })

export const space = {
  state: lifecycle(Nothing, SpaceState),
  known: lifecycle(Nothing, z.array(KnownSpace)),
  create: lifecycle(
    z.strictObject({
      kind: z.enum(spaceKinds),
      organisationName: z.string().trim().min(1).max(200),
      memberName: z.string().trim().min(1).max(120),
      memberRole: z.string().trim().max(80),
      passphrase: z.string().min(10).max(1024),
      locale: Locale,
      folder: z.string().nullable().default(null),
    }),
    z.object({ space: KnownSpace, recoveryKey: RecoveryKey }),
  ),
  openDemo: lifecycle(z.strictObject({ locale: Locale, kind: z.enum(spaceKinds).default('association') }), SpaceState),
  select: lifecycle(z.strictObject({ folder: z.string() }), SpaceState),
  unlock: lifecycle(z.strictObject({ passphrase: Passphrase }), SpaceState),
  /** Opens with the recovery key, and sets the new passphrase in the same act. */
  unlockWithRecoveryKey: lifecycle(
    z.strictObject({ recoveryKey: z.string().max(200), newPassphrase: z.string().min(10).max(1024) }),
    SpaceState,
  ),
  /** Opens without typing, with a key kept by the operating system; only where it has a real keychain. */
  unlockWithKeychain: lifecycle(Nothing, SpaceState),
  setKeychain: lifecycle(z.strictObject({ on: z.boolean() }), SpaceState),
  lock: lifecycle(Nothing, SpaceState),
  changePassphrase: lifecycle(z.strictObject({ current: Passphrase, next: z.string().min(10).max(1024) }), Nothing),
  renewRecoveryKey: lifecycle(z.strictObject({ passphrase: Passphrase }), RecoveryKey),
  /** A space folder or a backup that comes from another computer: what it is, before it is opened here. */
  describe: lifecycle(
    z.strictObject({ path: z.string() }),
    z.object({
      kind: z.enum(['space', 'backup']),
      name: z.string(),
      spaceKind: z.enum(spaceKinds),
      at: z.string().nullable(),
      demo: z.boolean(),
      knownHere: z.boolean(),
    }),
  ),
  openFromElsewhere: lifecycle(
    z.strictObject({
      path: z.string(),
      passphrase: z.string().max(1024).nullable(),
      recoveryKey: z.string().max(200).nullable(),
      newPassphrase: z.string().min(10).max(1024).nullable(),
    }),
    SpaceState,
  ),
  backups: lifecycle(Nothing, z.array(Backup)),
  backUpNow: lifecycle(Nothing, Backup),
  /** What a restore would change: counts of each table now and in the backup. */
  previewRestore: lifecycle(
    z.strictObject({ path: z.string() }),
    z.object({
      backup: Backup,
      tables: z.array(z.object({ entity: z.string(), now: z.number().int(), inBackup: z.number().int() })),
      lastChangeNow: z.string().nullable(),
      lastChangeThen: z.string().nullable(),
    }),
  ),
  restore: lifecycle(z.strictObject({ path: z.string(), passphrase: Passphrase }), SpaceState),
  /** The file a restore replaced, if it is still kept. */
  replaced: lifecycle(Nothing, z.array(Backup)),
  putBack: lifecycle(z.strictObject({ path: z.string(), passphrase: Passphrase }), SpaceState),
}

/** Someone who uses this install. */
export const Member = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  role: z.string(),
  email: z.string().nullable(),
  active: z.boolean(),
})
export type Member = z.infer<typeof Member>

export const Settings = z.object({
  lockAfterMinutes: z.number().int().min(1).max(30),
  /** The clocks of a referral: see `rules/referral-clock.ts`, whose names and units these are. */
  serviceLevels: z.strictObject({
    acknowledgeWorkingDays: z.number().int().min(1).max(30),
    contactDays: z.number().int().min(1).max(60),
    contactAttempts: z.number().int().min(1).max(10),
    contactChannels: z.number().int().min(1).max(5),
    decisionDays: z.number().int().min(1).max(180),
    waitlistReviewDays: z.number().int().min(1).max(180),
    feedbackWorkingDays: z.number().int().min(1).max(30),
    expiryDays: z.number().int().min(1).max(180),
    reminderDays: z.number().int().min(1).max(60),
    region: z.enum(holidayRegions),
  }),
  /** Reasons that are no longer proposed; they stay on old records. */
  retiredRefusalReasons: z.array(z.string()),
  /** Months after which an agreement is to be confirmed again; 0 never. */
  consentMonths: z.number().int().min(0).max(120),
  /** The association a landlord refers to, or null: named in the agreement. */
  partnerName: z.string().nullable(),
})
export type Settings = z.infer<typeof Settings>

export const members = {
  list: query(Nothing, z.array(Member)),
  current: query(Nothing, Member.nullable()),
  create: command(
    z.strictObject({
      name: z.string().trim().min(1).max(120),
      role: z.string().trim().max(80),
      email: z.string().trim().max(120).nullable(),
    }),
    Member,
  ),
  update: command(
    z.strictObject({
      id: z.string(),
      name: z.string().trim().min(1).max(120),
      role: z.string().trim().max(80),
      email: z.string().trim().max(120).nullable(),
      active: z.boolean(),
    }),
    Member,
  ),
  /** Who is at the keyboard from now on; undo and history are theirs. */
  switchTo: lifecycle(z.strictObject({ id: z.string() }), Member),
}

export const settings = {
  get: query(
    Nothing,
    Settings.extend({
      kind: z.enum(spaceKinds),
      organisationName: z.string(),
      ownOrganisationId: z.string().nullable(),
      demo: z.boolean(),
      folder: z.string(),
    }),
  ),
  update: command(Settings.partial().strict(), Settings),
  /** Another name for the organisation, and so for its space; its own record follows. */
  rename: command(z.strictObject({ organisationName: z.string().trim().min(1).max(200) }), Nothing),
}

/** Half-filled forms, kept as they are typed; one for each form and record. Not part of the history. */
export const Draft = z.object({ key: z.string(), data: z.unknown(), savedAt: z.string() })
export const drafts = {
  get: query(z.strictObject({ key: z.string().max(120) }), Draft.nullable()),
  list: query(Nothing, z.array(Draft)),
  save: command(z.strictObject({ key: z.string().max(120), data: z.unknown() }), Draft),
  discard: command(z.strictObject({ key: z.string().max(120) }), Nothing),
}
