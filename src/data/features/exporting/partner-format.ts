import type { ImportDraft } from '../../../shared/features/imports.ts'

type PartnerFile = NonNullable<ImportDraft['partnerFile']>

/** The title of the last column of a file made for another Palier: what it is, and the version of its form. */
export const partnerHeaders: Readonly<Record<PartnerFile, string>> = {
  forAssociation: 'palier:referrals:1',
  forPartner: 'palier:referral-status:1',
}

/** Which of these files a header says it is; one of a later version is read by its other columns alone. */
export function partnerFileOf(headers: readonly string[]): PartnerFile | null {
  const found = (['forAssociation', 'forPartner'] as const).find((kind) => headers.includes(partnerHeaders[kind]))
  return found ?? null
}
