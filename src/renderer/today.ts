import { localDay } from '../shared/rules/days'

/** The day it is for the people who use this install. */
export function today(): string {
  return localDay(new Date().toISOString())
}
