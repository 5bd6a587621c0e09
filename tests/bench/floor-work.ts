// The floor of the association's work: one prepared statement for each table that a screen reads, merged here.
import { addDays, weekdayOf } from '../../src/shared/rules/days.ts'
import type { RawDatabase } from '../../src/data/database.ts'
import { isoDay } from '../../src/data/open-database.ts'
import { type DueItems, dueItems } from './floor-day.ts'

export function workQuestions(read: RawDatabase): Record<'timeline' | 'day' | 'rollCall', (input: string) => unknown> {
  return { timeline: timelineOf(read), day: dayOf(read), rollCall: rollCallOf(read) }
}

function timelineOf(read: RawDatabase): (id: string) => unknown {
  const sources = events.map((sql) => read.prepare<[string], { at: string }>(sql))
  return (id) =>
    sources
      .flatMap((source) => source.all(id))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, 200)
}

const events = [
  `select c.id, c.at, c.origin, c.command, m.name as by from changes c left join members m on m.id = c.actorId
   where c.entity = 'people' and c.recordId = ? order by c.seq limit 1`,
  `select v.id, v.movedOn || substr(v.at, 11) as at, v.referralId, coalesce(m.name, v.byName) as by, r.number, o.name as landlordName, v.fromState, v.toState, v.reasons, v.note
   from referralMoves v join referrals r on r.id = v.referralId left join members m on m.id = v.memberId left join organisations o on o.id = r.landlordId
   where r.personId = ? and r.deletedAt is null and v.deletedAt is null order by v.movedOn desc, v.at desc limit 200`,
  `select a.id, a.at, a.referralId, m.name as by, r.number, a.channel, a.result, a.note
   from contactAttempts a join referrals r on r.id = a.referralId left join members m on m.id = a.memberId
   where r.personId = ? and r.deletedAt is null and a.deletedAt is null order by a.at desc limit 200`,
  `select f.id, f.sentOn as at, f.referralId, m.name as by, r.number, o.name as landlordName, f.occasion, f.channel, f.message
   from referralFeedbacks f join referrals r on r.id = f.referralId left join members m on m.id = f.memberId left join organisations o on o.id = r.landlordId
   where r.personId = ? and r.deletedAt is null and f.deletedAt is null and f.sentOn is not null order by f.sentOn desc limit 200`,
  `select c.id, c.givenOn as at, c.withdrawnOn, c.referralId, c.purpose, c.scope, c.how, coalesce(o.name, c.recipientName) as recipientName
   from consents c left join organisations o on o.id = c.recipientId where c.personId = ? and c.deletedAt is null order by c.givenOn desc limit 200`,
  `select v.id, v.movedOn || substr(v.at, 11) as at, e.referralId, e.cohortId, m.name as by, c.name as cohortName, p.name as programmeName, v.fromStage, v.toStage, v.reasons, v.note
   from enrolmentMoves v join enrolments e on e.id = v.enrolmentId join cohorts c on c.id = e.cohortId join programmes p on p.id = c.programmeId
   left join members m on m.id = v.memberId where e.personId = ? and e.deletedAt is null and v.deletedAt is null order by v.movedOn desc, v.at desc limit 200`,
  `select a.id, w.heldOn as at, w.id as workshopId, w.title, c.name as cohortName, a.minutes, a.state, a.halfDay
   from attendances a join workshops w on w.id = a.workshopId join cohorts c on c.id = w.cohortId
   where a.personId = ? and a.deletedAt is null and w.deletedAt is null and w.cancelledOn is null order by w.heldOn desc limit 200`,
  `select t.id, t.issuedOn as at, t.number, t.minutes, c.name as cohortName, m.name as by
   from certificates t join enrolments e on e.id = t.enrolmentId join cohorts c on c.id = e.cohortId left join members m on m.id = t.memberId
   where e.personId = ? and t.deletedAt is null and e.deletedAt is null`,
  `select s.id, s.heldOn as at, s.startTime, s.state, s.mode, s.minutes, s.themes, s.shareableNote, s.writtenUpOn, m.name as by
   from sessions s join members m on m.id = s.coachId
   where s.personId = ? and s.state in ('held', 'noShow', 'excused') and s.deletedAt is null order by s.heldOn desc, s.startTime desc limit 200`,
  `select s.id, s.startedOn as at, s.endedOn, s.endReason, s.previousId, s.handoverNote, m.name as by
   from supports s join members m on m.id = s.coachId where s.personId = ? and s.deletedAt is null`,
  `select id, stateOn as at, title from goals where personId = ? and state = 'reached' and deletedAt is null`,
  `select id, closedOn as at, kind from barriers where personId = ? and outcome = 'resolved' and closedOn is not null and deletedAt is null`,
  `select i.id, i.at, m.name as by, i.kind as what, i.minutes, i.result, i.note, o.name as organisationName
   from interactions i left join members m on m.id = i.memberId left join organisations o on o.id = i.organisationId
   where i.personId = ? and i.deletedAt is null order by i.at desc limit 200`,
  `select d.id, d.createdAt as at, d.kind, d.title, m.name as by from documents d left join members m on m.id = d.addedById
   where d.personId = ? and d.deletedAt is null order by d.createdAt desc limit 200`,
]

/** The first hundred of what is due, with who it is and how to call them; how many of each axis wait this week. */
function dayOf(read: RawDatabase): () => unknown {
  const sources = dueItems.map(({ axis, one, from }) => ({ axis, one, rows: read.prepare<[object], Due>(from) }))
  const people = read.prepare(`
    select p.id, p.lastName, p.firstName,
      (select value from contactPoints where personId = p.id and kind = 'phone' and deletedAt is null order by preferred desc, position limit 1) as phone
    from people p where p.id in (select value from json_each(?))`)
  const today = isoDay(new Date())
  const sunday = addDays(today, 7 - weekdayOf(today))
  const me = read.prepare<[], { id: string }>('select id from members order by createdAt limit 1').get()?.id
  const asked = { today, me, ...agoFrom(today) }
  return () => {
    const axes = new Map<string, number>()
    const items: Due[] = []
    for (const { axis, one, rows } of sources) {
      const due = onePer(rows.all(asked), one)
      axes.set(axis, (axes.get(axis) ?? 0) + due.filter(({ dueOn }) => dueOn <= sunday).length)
      items.push(...due)
    }
    const first = items.sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn))).slice(0, 100)
    return { first, axes, people: people.all(JSON.stringify(first.map(({ personId }) => personId))) }
  }
}

interface Due {
  readonly id: string
  readonly personId: string | null
  readonly dueOn: string
}

function onePer(rows: readonly Due[], one: DueItems['one']): readonly Due[] {
  if (one === 'id') return rows
  const firsts = new Map<string | null, Due>()
  for (const row of rows) {
    const known = firsts.get(row.personId)
    if (known === undefined || row.dueOn < known.dueOn) firsts.set(row.personId, row)
  }
  return [...firsts.values()]
}

/** The days that the sources of the day look back, or ahead, to. */
function agoFrom(today: string) {
  const days = { season: -90, silent: -21, offered: -5, soon: 30, aged: -700 }
  return Object.fromEntries(Object.entries(days).map(([name, count]) => [name, addDays(today, count)]))
}

function rollCallOf(read: RawDatabase): (workshopId: string) => unknown {
  const workshop = read.prepare<[string], { cohortId: string; heldOn: string }>(`
    select w.id, w.cohortId, c.name as cohortName, c.programmeId, p.name as programmeName, w.title, w.heldOn, w.startTime, w.endTime, w.minutes, w.place, w.trainerName, w.compulsory, w.cancelledOn
    from workshops w join cohorts c on c.id = w.cohortId join programmes p on p.id = c.programmeId where w.id = ? and w.deletedAt is null`)
  const expected = read.prepare<[string, string], { personId: string }>(`
    select e.id as enrolmentId, p.id as personId, p.firstName, p.lastName, p.sortKey from enrolments e join people p on p.id = e.personId
    where e.cohortId = ? and e.deletedAt is null and p.deletedAt is null
      and (e.stage in ('enrolled', 'active') or (e.stage in ('completed', 'alumnus', 'dropout') and e.endedOn >= ?)) order by p.sortKey`)
  const marks = read.prepare<[string], { personId: string }>(`
    select id, personId, halfDay, state, minutes, walkIn from attendances where workshopId = ? and deletedAt is null order by halfDay desc`)
  const phones = read.prepare<[string], { personId: string; value: string }>(`
    select personId, value from contactPoints
    where personId in (select value from json_each(?)) and kind = 'phone' and deletedAt is null order by preferred, position desc`)
  return (id) => {
    const { cohortId = '', heldOn = '', ...shown } = workshop.get(id) ?? {}
    const people = expected.all(cohortId, heldOn)
    const found = phones.all(JSON.stringify(people.map(({ personId }) => personId)))
    const phone = new Map(found.map(({ personId, value }) => [personId, value])) // the last said is the one to call
    const own = new Map(marks.all(id).map((mark) => [mark.personId, mark]))
    const called = people.map((person) => ({
      ...person,
      phone: phone.get(person.personId),
      mark: own.get(person.personId),
    }))
    return { workshop: shown, people: called }
  }
}
