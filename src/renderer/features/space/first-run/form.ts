import type { SpaceKind } from '../../../../shared/rules/values'

/** What the first two steps gather; nothing is written before the second one is finished. */
export interface NewSpaceForm {
  readonly kind: SpaceKind | null
  readonly organisationName: string
  readonly memberName: string
  readonly memberRole: string
}

/** The space once made: its recovery key is shown here, and kept nowhere. */
export interface MadeSpace {
  readonly spaceId: string
  readonly passphrase: string
  readonly recoveryKey: readonly string[]
}
