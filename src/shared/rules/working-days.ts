import { addDays, dayOf, weekdayOf, type IsoDay } from './days.ts'

/**
 * Days worked in France: Monday to Friday, without the public holidays of article L3133-1 of the labour
 * code, those of Alsace and Moselle, and the commemoration of the abolition of slavery in each overseas
 * territory that keeps one (decree 83-1003 and its amendments).
 */
export const holidayRegions = [
  'mainland',
  'alsaceMoselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saintMartin',
  'saintBarthelemy',
] as const
export type HolidayRegion = (typeof holidayRegions)[number]

const everywhere = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

/** From Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const afterEaster = [1, 39, 50]

interface LocalHolidays {
  readonly fixed: readonly string[]
  readonly fromEaster: readonly number[]
}

const noneMore: LocalHolidays = { fixed: [], fromEaster: [] }

const locally: Readonly<Record<HolidayRegion, LocalHolidays>> = {
  mainland: noneMore,
  alsaceMoselle: { fixed: ['12-26'], fromEaster: [-2] },
  guadeloupe: { fixed: ['05-27'], fromEaster: [] },
  martinique: { fixed: ['05-22'], fromEaster: [] },
  guyane: { fixed: ['06-10'], fromEaster: [] },
  reunion: { fixed: ['12-20'], fromEaster: [] },
  mayotte: { fixed: ['04-27'], fromEaster: [] },
  saintMartin: { fixed: ['05-28'], fromEaster: [] },
  saintBarthelemy: { fixed: ['10-09'], fromEaster: [] },
}

/** Easter Sunday of a year of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): IsoDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leapCenturies = Math.floor(century / 4)
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - leapCenturies - moonShift + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  const position = moon + sunday - 7 * late + 114
  const easter = dayOf(year, Math.floor(position / 31), (position % 31) + 1)
  if (easter === null) throw new RangeError('Easter is computed for years 1 to 9999')
  return easter
}

const holidaysByYear = new Map<string, ReadonlySet<IsoDay>>()

/** The public holidays of a year in a region, each as a day. */
export function publicHolidays(year: number, region: HolidayRegion): ReadonlySet<IsoDay> {
  const key = `${year} ${region}`
  const known = holidaysByYear.get(key)
  if (known) return known
  const easter = easterSunday(year)
  const { fixed, fromEaster } = locally[region]
  const days = new Set([
    ...[...everywhere, ...fixed].map((monthAndDay) => `${easter.slice(0, 4)}-${monthAndDay}`),
    ...[...afterEaster, ...fromEaster].map((offset) => addDays(easter, offset)),
  ])
  holidaysByYear.set(key, days)
  return days
}

export function isWorkingDay(day: IsoDay, region: HolidayRegion = 'mainland'): boolean {
  return weekdayOf(day) <= 5 && !publicHolidays(Number(day.slice(0, 4)), region).has(day)
}

/**
 * The day that is `count` working days after `day`; the day itself never counts, so 1 from a Friday is the
 * Monday. A count of 0 gives the day back, even a Sunday; a negative count goes back in time.
 */
export function addWorkingDays(day: IsoDay, count: number, region: HolidayRegion = 'mainland'): IsoDay {
  const step = count < 0 ? -1 : 1
  let reached = day
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached, region)) left -= 1
  }
  return reached
}

/** Working days after `from`, up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: IsoDay, to: IsoDay, region: HolidayRegion = 'mainland'): number {
  if (to < from) return -workingDaysBetween(to, from, region)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, region)) count += 1
  }
  return count
}
