import type { Filter } from '../../../shared/features/lists.ts'
import type { ReadContext, ReadDb } from '../../context.ts'
import type { TableColumn } from '../../files/table.ts'
import { allIds, inOrder } from '../../list.ts'
import { type KeptAgreement, agreementsOf } from '../referral-agreements.ts'
import { referralList } from '../referral-list.ts'
import { type WordsOf, wordOf } from './cells.ts'
import { type PartnerColumn, fileWords } from './file-words.ts'
import { partnerHeaders } from './partner-format.ts'

export function createTeller() {
  let leftOut = 0
  return {
    leftOut: () => leftOut,
    mayTell(agreed: boolean): boolean {
      if (!agreed) leftOut += 1
      return agreed
    },
  }
}
export type Teller = ReturnType<typeof createTeller>

export function columnsFor(
  fields: readonly PartnerColumn[],
  file: keyof typeof partnerHeaders,
  locale: 'fr' | 'en',
): readonly TableColumn[] {
  const { columns } = fileWords[locale]
  const type = (field: PartnerColumn) => (/phone$/i.test(field) ? 'phone' : /On$|Date$/.test(field) ? 'date' : 'text')
  return [
    ...fields.map((field) => ({ header: columns[field], type: type(field) }) as const),
    { header: partnerHeaders[file], type: 'text', hidden: true },
  ]
}

export function joined(words: WordsOf, list: string, codes: readonly string[]): string | null {
  return codes.length === 0 ? null : codes.map((code) => wordOf(words, [list], code)).join('; ')
}

export async function agreementsByReferral(
  db: ReadDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptAgreement[]>> {
  const found = new Map<string, KeptAgreement[]>()
  for (const agreement of await agreementsOf(db, ids)) {
    found.set(agreement.referralId, [...(found.get(agreement.referralId) ?? []), agreement])
  }
  return found
}

/** The referrals of a filter, page by page, with what their files need of the landlord and the residence. */
export async function* referralPages(
  context: ReadContext,
  { filter, landlordId }: { readonly filter: Filter; readonly landlordId: string | null },
) {
  const ofLandlord: Filter =
    landlordId === null
      ? filter
      : { ...filter, conditions: [...filter.conditions, { field: 'landlordId', operator: 'is', value: landlordId }] }
  for await (const ids of allIds(context, referralList, ofLandlord, [])) {
    const rows = await context.db
      .selectFrom('referrals')
      .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
      .leftJoin('residences', 'residences.id', 'referrals.residenceId')
      .selectAll('referrals')
      .select([
        'organisations.name as landlordName',
        'organisations.siren as landlordSiren',
        'residences.name as residenceName',
        'residences.code as residenceCode',
      ])
      .where('referrals.id', 'in', ids)
      .execute()
    yield inOrder(ids, rows)
  }
}

/** The rows of one page of a generator of pages. */
export type PageOf<Pages extends (...args: never[]) => AsyncGenerator<unknown>> =
  ReturnType<Pages> extends AsyncGenerator<infer Page> ? Page : never
