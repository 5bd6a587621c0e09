import { usualConsentMonths } from '../../shared/rules/consent.ts'
import { addDays, addMonths } from '../../shared/rules/days.ts'
import type { WriteContext } from '../context.ts'
import { createPerson } from '../features/people-write.ts'
import { createReferral } from '../features/referral-create.ts'
import { chanceFrom } from './chance.ts'
import { walk } from './referral-path.ts'

const left = 12 // days before the agreement is to be confirmed again

/** Someone who came two years ago and is still there: what they agreed to then is soon to be asked for again. */
export async function fillAgreements(tx: WriteContext): Promise<void> {
  if (tx.space.kind !== 'association') return
  const came = addDays(addMonths(tx.today(), -usualConsentMonths), left)
  const project = 'Retouches et couture'
  const personId = await createPerson(tx, {
    firstName: 'Marie-Ange',
    lastName: 'Le Quéré',
    gender: 'female',
    project,
    contactPoints: [{ id: null, kind: 'phone', value: '06 39 98 27 41', label: null, preferred: false }],
    tags: [],
  })
  const agreement = { how: 'signedForm', givenOn: came, scope: ['contact'], wordingVersion: '2024-09' } as const
  const referral = { personId, motive: 'businessCreation', project, receivedOn: came, agreement } as const
  const id = await createReferral(tx, { ...referral, agreement: { ...agreement, scope: [...agreement.scope] } })
  await walk(tx, chanceFrom(1124), id, 'accepted', came)
}
