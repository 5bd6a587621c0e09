import { type IsoDay, localDay } from '../shared/rules/days'

/** Today here, as an ISO day. */
export function today(): IsoDay {
  return localDay(new Date().toISOString())
}
