import type { SpaceKind } from '../../shared/rules/values.ts'
import { sortKey } from '../../shared/rules/fold.ts'
import type { WriteContext } from '../context.ts'

export interface NewSpace {
  readonly kind: SpaceKind
  readonly organisationName: string
  readonly memberName: string
  readonly memberRole: string
  readonly demo: boolean
}

/** The first rows of a space: itself, the organisation that keeps it, and who is at the keyboard. */
export async function initialise(tx: WriteContext, input: NewSpace): Promise<{ readonly memberId: string }> {
  const ownOrganisationId = await tx.write.insert('organisations', {
    kind: input.kind === 'landlord' ? 'landlord' : 'association',
    name: input.organisationName,
    sortKey: sortKey(input.organisationName, ''),
  })
  await tx.write.insert('space', {
    kind: input.kind,
    organisationName: input.organisationName,
    ownOrganisationId,
    demo: input.demo ? 1 : 0,
  })
  const memberId = await tx.write.insert('members', { name: input.memberName, role: input.memberRole, active: 1 })
  return { memberId }
}
