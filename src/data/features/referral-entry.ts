import type { IsoDay } from '../../shared/rules/days.ts'
import type { ReadContext } from '../context.ts'
import { situationOn } from './entry-situation.ts'

/** What a referral freezes the day it is sent or received. */
export async function entryOf(context: ReadContext, personId: string, on: IsoDay) {
  const { entryGender: _notKept, ...entry } = await situationOn(context, personId, on)
  return entry
}
