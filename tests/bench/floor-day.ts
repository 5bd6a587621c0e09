// What is due, source by source: the same rows as the day is made of.

export interface DueItems {
  readonly axis: string
  /** What makes one line of several: a person is told once for a reason. */
  readonly one: 'id' | 'personId'
  /** Gives `id`, `personId` and `dueOn`, of `@today`, `@me` and the days before or after. */
  readonly from: string
}

export const dueItems: readonly DueItems[] = [
  {
    axis: 'referrals',
    one: 'personId',
    from: `select id, personId, dueOn from referrals where dueOn > '' and deletedAt is null and coalesce(assignedToId, @me) = @me`,
  },
  {
    axis: 'referrals',
    one: 'personId',
    from: `select f.id, r.personId, f.dueOn from
        (select distinct referralId from consents where referralId is not null and purpose = 'referral' and scope like '%"statusBack"%'
          and givenOn <= @today and (withdrawnOn is null or withdrawnOn > @today) and deletedAt is null) c
        cross join referralFeedbacks f cross join referrals r
      where f.referralId = c.referralId and r.id = f.referralId and f.sentOn is null and f.deletedAt is null
        and r.deletedAt is null and r.landlordId is not null and coalesce(r.assignedToId, @me) = @me`,
  },
  {
    axis: 'coaching',
    one: 'personId',
    from: `select s.id, s.personId, date(s.heldOn, '+1 day') as dueOn from sessions s join people p on p.id = s.personId
      where s.state in ('planned', 'held') and s.heldOn <= @today and (s.state = 'held' or s.heldOn < @today)
        and s.writtenUpOn is null and s.deletedAt is null and p.deletedAt is null and coalesce(s.coachId, @me) = @me`,
  },
  {
    axis: 'coaching',
    one: 'personId',
    from: `select s.id, s.personId, date(max(s.startedOn,
          coalesce((select max(heldOn) from sessions n where n.personId = s.personId and n.state in ('planned', 'held') and n.deletedAt is null), ''),
          coalesce((select max(at) from interactions i where i.personId = s.personId and i.deletedAt is null and (i.result is null or i.result = 'reached')), ''),
          coalesce((select max(w.heldOn) from attendances a join workshops w on w.id = a.workshopId
            where a.personId = s.personId and a.state in ('present', 'late') and a.deletedAt is null), '')), '+21 days') as dueOn
      from supports s join people p on p.id = s.personId
      where s.endedOn is null and s.startedOn <= @silent and s.deletedAt is null and p.deletedAt is null and coalesce(s.coachId, @me) = @me
        and not exists (select 1 from sessions n where n.personId = s.personId and n.state in ('planned', 'held') and n.deletedAt is null and n.heldOn > @silent)
        and not exists (select 1 from interactions i where i.personId = s.personId and i.deletedAt is null and (i.result is null or i.result = 'reached') and i.at > @silent)
        and not exists (select 1 from attendances a join workshops w on w.id = a.workshopId
          where a.personId = s.personId and a.state in ('present', 'late') and a.deletedAt is null and w.heldOn > @silent)`,
  },
  {
    axis: 'programmes',
    one: 'personId',
    from: `select e.id, e.personId, max(w.heldOn) as dueOn from workshops w join attendances a on a.workshopId = w.id join cohorts c on c.id = w.cohortId
      join enrolments e on e.cohortId = w.cohortId and e.personId = a.personId and e.deletedAt is null join people p on p.id = e.personId
      where w.heldOn >= @season and w.heldOn <= @today and w.cancelledOn is null and w.deletedAt is null and a.state = 'absent' and a.deletedAt is null
        and c.deletedAt is null and (c.endsOn is null or c.endsOn >= @today) and e.stage in ('enrolled', 'active') and p.deletedAt is null
        and coalesce(c.coordinatorId, @me) = @me group by e.id, e.personId having count(distinct w.id) >= coalesce(c.absencesAlert, 3)`,
  },
  {
    axis: 'programmes',
    one: 'personId',
    from: `select e.id, e.personId, date(e.stageSince, '+5 days') as dueOn from enrolments e join cohorts c on c.id = e.cohortId join people p on p.id = e.personId
      where e.stage = 'selected' and e.stageSince <= @offered and e.deletedAt is null and c.deletedAt is null
        and (c.endsOn is null or c.endsOn >= @today) and p.deletedAt is null and coalesce(c.coordinatorId, @me) = @me`,
  },
  {
    axis: 'programmes',
    one: 'id',
    from: `select w.id, null as personId, date(w.heldOn, '+7 days') as dueOn from workshops w join cohorts c on c.id = w.cohortId
      where w.heldOn < @today and w.cancelledOn is null and w.deletedAt is null and c.deletedAt is null and coalesce(c.coordinatorId, @me) = @me
        and not exists (select 1 from attendanceSheets s join documents d on d.id = s.documentId
          where s.workshopId = w.id and s.deletedAt is null and d.deletedAt is null and s.countersignedOn is not null)`,
  },
  {
    axis: 'papers',
    one: 'id',
    from: `select d.id, d.personId, d.expiresOn as dueOn from documents d left join people p on p.id = d.personId
      left join organisations o on o.id = d.organisationId left join referrals r on r.id = d.referralId left join programmes g on g.id = d.programmeId
      left join cohorts c on c.id = d.cohortId left join workshops w on w.id = d.workshopId
      where d.expiresOn <= @soon and d.deletedAt is null and p.deletedAt is null and o.deletedAt is null and r.deletedAt is null and g.deletedAt is null
        and c.deletedAt is null and w.deletedAt is null and coalesce(d.addedById, @me) = @me
        and not exists (select 1 from documents l where l.personId = d.personId and l.kind = d.kind and l.kind <> 'other' and l.id <> d.id
          and l.deletedAt is null and (l.expiresOn is null or l.expiresOn > d.expiresOn) and l.createdAt >= d.createdAt)`,
  },
  {
    axis: 'papers',
    one: 'personId',
    from: `select c.id, r.personId, date(c.givenOn, '+24 months') as dueOn from consents c cross join referrals r cross join people p
      where c.givenOn <= @aged and c.purpose = 'referral' and c.withdrawnOn is null and c.deletedAt is null and r.id = c.referralId
        and r.state in ('sent', 'received', 'contacting', 'met', 'waitlisted', 'accepted') and r.deletedAt is null and p.id = r.personId
        and p.deletedAt is null and coalesce(r.assignedToId, @me) = @me
        and not exists (select 1 from consents l where l.referralId = c.referralId and l.purpose = c.purpose and l.deletedAt is null
          and (l.givenOn > c.givenOn or l.givenOn = c.givenOn and l.id > c.id))`,
  },
  {
    axis: 'papers',
    one: 'personId',
    from: `select r.id, r.personId, coalesce((select max(withdrawnOn) from consents where referralId = r.id and deletedAt is null), r.receivedOn, r.stateSince) as dueOn
      from referrals r join people p on p.id = r.personId
      where r.state in ('sent', 'received', 'contacting', 'met', 'waitlisted') and r.deletedAt is null and p.deletedAt is null and coalesce(r.assignedToId, @me) = @me
        and not exists (select 1 from consents c where c.referralId = r.id and c.purpose = 'referral' and c.givenOn <= @today
          and (c.withdrawnOn is null or c.withdrawnOn > @today) and c.deletedAt is null)`,
  },
  {
    axis: 'tasks',
    one: 'id',
    from: `select t.id, t.personId, t.dueOn from tasks t left join people p on p.id = t.personId left join organisations o on o.id = t.organisationId
      left join referrals r on r.id = t.referralId left join cohorts c on c.id = t.cohortId left join sessions s on s.id = t.sessionId
      where t.doneOn is null and t.deletedAt is null and p.deletedAt is null and o.deletedAt is null and r.deletedAt is null
        and c.deletedAt is null and s.deletedAt is null and coalesce(t.assigneeId, @me) = @me`,
  },
]
