import * as z from 'zod'

/** The cost of turning a passphrase into a key. Stored with the slot, so that it can grow without locking anyone out. */
export type PassphraseCost = { readonly memoryKiB: number; readonly passes: number; readonly lanes: number }

/** RFC 9106's second choice: a quarter of a second on a plain laptop. */
export const usualCost: PassphraseCost = { memoryKiB: 65_536, passes: 3, lanes: 4 }

const bytes = (length: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === length, `${length} bytes in base64`)

/** A key of 32 bytes, encrypted and authenticated under another one. */
const Wrapped = z.looseObject({ nonce: bytes(12), sealed: bytes(48) })

/**
 * Below the floor a slot would be cheap to guess; above the ceiling, a file that someone altered would freeze the
 * computer that opens it.
 */
const Cost = z.looseObject({
  memoryKiB: z.number().int().min(19_456).max(1_048_576),
  passes: z.number().int().min(1).max(16),
  lanes: z.number().int().min(1).max(16),
})

export const PassphraseSlot = Wrapped.extend({ kind: z.literal('passphrase'), salt: bytes(16), cost: Cost })
export const RecoverySlot = Wrapped.extend({ kind: z.literal('recovery'), salt: bytes(16) })
export const KeychainSlot = Wrapped.extend({ kind: z.literal('keychain') })
/** Only for the demo space, which holds invented people. */
export const ClearSlot = z.looseObject({ kind: z.literal('clear'), key: bytes(32) })

export const Slot = z.discriminatedUnion('kind', [PassphraseSlot, RecoverySlot, KeychainSlot, ClearSlot])
export type Slot = z.infer<typeof Slot>
export type SlotKind = Slot['kind']

/** What somebody shows to open a space. */
export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly recoveryKey: string }
  | { readonly kind: 'keychain'; readonly wrappingKey: Buffer }
  | { readonly kind: 'clear' }

/** What may travel with a backup or to another computer: the keychain is this one's. */
export function portableSlots(slots: readonly Slot[]): Slot[] {
  return slots.filter((slot) => slot.kind !== 'keychain')
}
