import { type AskedPurpose, askedPurposes } from '../../shared/features/agreements.ts'
import { usualConsentMonths } from '../../shared/rules/consent.ts'
import { type IsoDay, addDays, addMonths } from '../../shared/rules/days.ts'
import type { WriteContext } from '../context.ts'
import { agreements } from '../features/agreements.ts'
import { createPerson } from '../features/people-write.ts'
import { createReferral } from '../features/referral-create.ts'
import { chanceFrom } from './chance.ts'
import { walk } from './referral-path.ts'

const left = 12 // days before the agreement is to be confirmed again

/**
 * What people agree to without a referral, and someone who came two years ago and is still there: what they agreed to
 * then is soon to be asked for again.
 */
export async function fillAgreements(tx: WriteContext): Promise<void> {
  if (tx.space.kind !== 'association') return
  await fillAnswers(tx)
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
  await answer(tx, personId, came, [yes('photo'), no('testimony')])
}

const yes = (purpose: AskedPurpose) => ({ purpose, agreed: true })
const no = (purpose: AskedPurpose) => ({ purpose, agreed: false })

/** Of those of a cohort: a form signed on the first day, some of whom changed their mind since. */
async function fillAnswers(tx: WriteContext): Promise<void> {
  const chance = chanceFrom(1126)
  const enrolled = await tx.db
    .selectFrom('enrolments')
    .select(['personId', 'enrolledOn'])
    .where('enrolledOn', 'is not', null)
    .where('enrolledOn', '<=', addDays(tx.today(), -10))
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()
  const firstDays = new Map(enrolled.map(({ personId, enrolledOn }) => [personId, enrolledOn ?? tx.today()]))
  for (const [personId, on] of firstDays) {
    const given = askedPurposes.map((purpose) => ({ purpose, agreed: chance.happens(0.7) }))
    await answer(tx, personId, on, given)
    if (chance.happens(0.2)) await answer(tx, personId, addDays(on, 9), [no('photo')])
  }
}

async function answer(tx: WriteContext, personId: string, on: IsoDay, answers: Answers): Promise<void> {
  const how = { how: 'signedForm', wordingVersion: '2026-11', proof: null } as const
  await agreements.record(tx, { personId, on, answers: [...answers], ...how })
}

type Answers = readonly { readonly purpose: AskedPurpose; readonly agreed: boolean }[]
