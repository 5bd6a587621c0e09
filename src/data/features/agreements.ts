import { AppError } from '../../shared/errors.ts'
import type { AskedPurpose, agreements as contract } from '../../shared/features/agreements.ts'
import { lastAnsweredOn } from '../../shared/rules/consent.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { nameOfPerson } from './agreement-form.ts'
import { currentAnswersWording, answersWordings } from './answers-wording.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { refuseGone } from './live-records.ts'
import { readPerson } from './people-read.ts'

export const agreements: Handlers<typeof contract> = {
  async form(context, { personId, locale }) {
    const { organisationName } = context.space
    const personName = await nameOfPerson(context, personId)
    const words = answersWordings[currentAnswersWording][locale]({ person: personName, organisation: organisationName })
    return { wordingVersion: currentAnswersWording, organisationName, personName, ...words }
  },
  async record(tx, { personId, answers, ...how }) {
    await refuseGone(tx.db, 'people', personId)
    refuseSensitiveNumbers({ proof: how.proof })
    if (how.on > tx.today()) throw new AppError('invalid', { field: 'on' })
    if (new Set(answers.map(({ purpose }) => purpose)).size < answers.length)
      throw new AppError('invalid', { field: 'answers' })
    for (const answer of answers) await keepAnswer(tx, personId, { ...answer, ...how })
    return readPerson(tx, personId)
  },
}

interface Answer {
  readonly purpose: AskedPurpose
  readonly agreed: boolean
  readonly how: string
  readonly on: IsoDay
  readonly wordingVersion: string
  readonly proof: string | null
}

/** What is answered now stands for what was answered before, so that it cannot be of a day before that. */
async function keepAnswer(tx: WriteContext, personId: string, { purpose, agreed, on, ...said }: Answer): Promise<void> {
  const before = await answersTo(tx.db, personId, purpose)
  const day = lastAnsweredOn(before)
  if (day !== null && on < day) throw new AppError('invalid', { field: 'on', reason: 'answeredSince', day })
  if (!agreed) for (const { id } of before.filter(isInForce)) await tx.write.update('consents', id, { withdrawnOn: on })
  await tx.write.insert('consents', {
    ...said,
    personId,
    purpose,
    recipientId: tx.space.ownOrganisationId,
    recipientName: tx.space.organisationName,
    refused: agreed ? 0 : 1,
    givenOn: on,
    memberId: tx.member?.id ?? null,
  })
}

async function answersTo(db: ReadDb, personId: string, purpose: AskedPurpose) {
  return db
    .selectFrom('consents')
    .select(['id', 'givenOn', 'withdrawnOn', 'refused'])
    .where('personId', '=', personId)
    .where('purpose', '=', purpose)
    .where('referralId', 'is', null)
    .where('deletedAt', 'is', null)
    .execute()
}

function isInForce({ refused, withdrawnOn }: { readonly refused: number; readonly withdrawnOn: string | null }) {
  return refused === 0 && withdrawnOn === null
}
