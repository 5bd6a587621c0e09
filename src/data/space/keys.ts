import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { parseRecoveryKey } from './recovery-key.ts'
import { type PassphraseCost, type Secret, type Slot } from './slots.ts'

/**
 * A space has one random key. It is kept nowhere but in slots, each of which alone gives it back; the key of a database
 * file follows from it and from the file's own random name, so that no two files share a key.
 * Every function that receives or makes a key wipes what it made on the way; what it returns is the caller's to wipe.
 */
export type RandomBytes = (count: number) => Buffer

export const keyBytes = 32

/** A slot that can be made; `clear` is the demo space's. */
export type NewSlot =
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly cost: PassphraseCost }
  | { readonly kind: 'recovery'; readonly secret: Buffer }
  | { readonly kind: 'keychain'; readonly wrappingKey: Buffer }
  | { readonly kind: 'clear' }

/** The key of one database file. A key serves one purpose: the label keeps this one apart from all others. */
export function fileKeyOf(spaceKey: Buffer, fileId: string): Buffer {
  return derive(spaceKey, Buffer.from(fileId, 'utf8'), 'palier file key 1')
}

/** The key that signs the envelope, so that what surrounds the slots cannot be altered unseen. */
export function sealingKeyOf(spaceKey: Buffer, spaceId: string): Buffer {
  return derive(spaceKey, Buffer.from(spaceId, 'utf8'), 'palier envelope seal 1')
}

export async function makeSlot(random: RandomBytes, spaceId: string, spaceKey: Buffer, wanted: NewSlot): Promise<Slot> {
  switch (wanted.kind) {
    case 'passphrase': {
      const head = { kind: wanted.kind, salt: base64(random(16)), cost: wanted.cost }
      return { ...head, ...wrapUnder(await passphraseKey(wanted.passphrase, head), random, spaceId, spaceKey, head) }
    }
    case 'recovery': {
      const head = { kind: wanted.kind, salt: base64(random(16)) }
      return { ...head, ...wrapUnder(recoverySlotKey(wanted.secret, head.salt), random, spaceId, spaceKey, head) }
    }
    case 'keychain': {
      const head = { kind: wanted.kind }
      return { ...head, ...wrapUnder(keychainSlotKey(wanted.wrappingKey), random, spaceId, spaceKey, head) }
    }
    case 'clear':
      return { kind: wanted.kind, key: base64(spaceKey) }
  }
}

/** The space key, if the secret is the right one for one of the slots; the error says which secret was wrong. */
export async function openSlots(spaceId: string, slots: readonly Slot[], secret: Secret): Promise<Buffer> {
  switch (secret.kind) {
    case 'passphrase':
      for (const slot of slots) {
        if (slot.kind !== 'passphrase') continue
        const spaceKey = unwrapUnder(await passphraseKey(secret.passphrase, slot), spaceId, slot)
        if (spaceKey !== null) return spaceKey
      }
      throw new AppError('wrongPassphrase')
    case 'recovery': {
      const typed = parseRecoveryKey(secret.recoveryKey)
      try {
        for (const slot of slots) {
          if (slot.kind !== 'recovery') continue
          const spaceKey = unwrapUnder(recoverySlotKey(typed, slot.salt), spaceId, slot)
          if (spaceKey !== null) return spaceKey
        }
      } finally {
        typed.fill(0)
      }
      throw new AppError('wrongRecoveryKey')
    }
    case 'keychain':
      for (const slot of slots) {
        if (slot.kind !== 'keychain') continue
        const spaceKey = unwrapUnder(keychainSlotKey(secret.wrappingKey), spaceId, slot)
        if (spaceKey !== null) return spaceKey
      }
      throw new AppError('keychainUnavailable')
    case 'clear':
      for (const slot of slots) if (slot.kind === 'clear') return Buffer.from(slot.key, 'base64')
      throw new AppError('wrongKey')
  }
}

/** True when the slot was made at a cost below today's: it is made again while the passphrase is at hand. */
export function isCheap(slot: Slot, today: PassphraseCost): boolean {
  if (slot.kind !== 'passphrase') return false
  const { memoryKiB, passes, lanes } = slot.cost
  return memoryKiB < today.memoryKiB || passes < today.passes || lanes < today.lanes
}

/** Composed and decomposed accents are the same passphrase, whichever keyboard typed them. */
async function passphraseKey(passphrase: string, slot: { salt: string; cost: PassphraseCost }): Promise<Buffer> {
  const typed = Buffer.from(passphrase.normalize('NFKC'), 'utf8')
  try {
    const { hashRaw } = await import('@node-rs/argon2') // a space whose key lies in clear does without
    return await hashRaw(typed, {
      algorithm: 2, // Argon2id
      memoryCost: slot.cost.memoryKiB,
      timeCost: slot.cost.passes,
      parallelism: slot.cost.lanes,
      outputLen: keyBytes,
      salt: Buffer.from(slot.salt, 'base64'),
    })
  } finally {
    typed.fill(0)
  }
}

/** The recovery key is random and long: it needs no slowing down. */
function recoverySlotKey(secret: Buffer, salt: string): Buffer {
  return derive(secret, Buffer.from(salt, 'base64'), 'palier recovery slot 1')
}

function keychainSlotKey(wrappingKey: Buffer): Buffer {
  return derive(wrappingKey, Buffer.alloc(0), 'palier keychain slot 1')
}

function derive(key: Buffer, salt: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, label, keyBytes))
}

type SlotHead = { readonly kind: string; readonly salt?: string; readonly cost?: PassphraseCost }

/** What a wrapped key is bound to: a slot moved to another space, or whose cost was altered, no longer opens. */
function boundTo(spaceId: string, { kind, salt, cost }: SlotHead): Buffer {
  const { memoryKiB, passes, lanes } = cost ?? { memoryKiB: 0, passes: 0, lanes: 0 }
  return Buffer.from(JSON.stringify(['palier slot 1', spaceId, kind, salt ?? '', memoryKiB, passes, lanes]), 'utf8')
}

function wrapUnder(slotKey: Buffer, random: RandomBytes, spaceId: string, spaceKey: Buffer, head: SlotHead) {
  const nonce = random(12)
  const cipher = createCipheriv('aes-256-gcm', slotKey, nonce).setAAD(boundTo(spaceId, head))
  const sealed = Buffer.concat([cipher.update(spaceKey), cipher.final(), cipher.getAuthTag()])
  slotKey.fill(0)
  return { nonce: base64(nonce), sealed: base64(sealed) }
}

function unwrapUnder(slotKey: Buffer, spaceId: string, slot: Exclude<Slot, { kind: 'clear' }>): Buffer | null {
  const sealed = Buffer.from(slot.sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', slotKey, Buffer.from(slot.nonce, 'base64'))
    .setAAD(boundTo(spaceId, slot))
    .setAuthTag(sealed.subarray(keyBytes))
  slotKey.fill(0)
  const spaceKey = decipher.update(sealed.subarray(0, keyBytes))
  try {
    decipher.final()
    return spaceKey
  } catch {
    spaceKey.fill(0)
    return null
  }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64')
}
