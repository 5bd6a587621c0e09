/** Places of a cohort kept for an area or a part of the public. */
export interface Quota {
  readonly kind: string
  readonly code: string | null
}

/** What is known of someone who takes a place. */
export interface QuotaSituation {
  readonly qpvState: string
  readonly qpvCode: string | null
  readonly communeCode: string | null
  readonly frrStatus: string | null
  readonly gender: string | null
}

/** Whether someone takes one of the places of a quota; null where what it takes to say so is not known. */
export function fillsQuota({ kind, code }: Quota, situation: QuotaSituation): boolean | null {
  const { qpvState, qpvCode, communeCode, frrStatus, gender } = situation
  switch (kind) {
    case 'qpv':
      return qpvState === 'toCheck' ? null : qpvState === 'in'
    case 'qpvCode':
      return qpvState === 'toCheck' ? null : qpvState === 'in' && qpvCode === code
    case 'commune':
      return communeCode === null ? null : communeCode === code
    case 'frr':
      return frrStatus === null ? null : frrStatus !== 'none' && frrStatus !== '0'
    case 'women':
      return gender === null || gender === 'notGiven' ? null : gender === 'female'
    default:
      return null // counted by hand
  }
}

/** Places taken of a quota; null when nothing known of these people tells. */
export function quotaTaken(quota: Quota, situations: readonly QuotaSituation[]): number | null {
  const answers = situations.map((situation) => fillsQuota(quota, situation))
  if (quota.kind === 'other' || (answers.length > 0 && answers.every((answer) => answer === null))) return null
  return answers.filter((answer) => answer === true).length
}
