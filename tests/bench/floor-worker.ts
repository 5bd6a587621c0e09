// The floor: the same questions as prepared statements on the same encrypted base, asked over a bare MessagePort.
import { randomUUID } from 'node:crypto'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { openFile } from '../../src/data/database.ts'
import { workQuestions } from './floor-work.ts'

const { path, fileKey } = workerData as { path: string; fileKey: Uint8Array }
const read = openFile({ path, fileKey: Buffer.from(fileKey), mode: 'read' })
const write = openFile({ path, fileKey: Buffer.from(fileKey), mode: 'write' })

const person = read.prepare(`
  select p.*, r.status, r.education, r.project, r.projectStage, o.name as landlordName, e.name as residenceName, e.code as residenceCode
  from people p left join participantProfiles r on r.personId = p.id and r.deletedAt is null
  left join organisations o on o.id = p.landlordId left join residences e on e.id = p.residenceId where p.id = ?`)
const points = read.prepare(
  'select id, kind, value, label, preferred from contactPoints where personId = ? and deletedAt is null order by kind, position',
)
const tags = read.prepare(
  'select t.id, t.name from taggings g join tags t on t.id = g.tagId where g.personId = ? and g.deletedAt is null',
)
const consents = read.prepare('select * from consents where personId = ? and deletedAt is null')
const found = read.prepare(`
  select e.entity, e.recordId, p.firstName, p.lastName, p.city from searchIndex i join searchEntries e on e.rowid = i.rowid
  left join people p on p.id = e.recordId where searchIndex match ? limit 20`)
const after = read.prepare(`
  select p.id, p.version, p.firstName, p.lastName, p.birthYear, p.gender, p.postcode, p.city, p.qpvState, p.qpvCode, p.ruralityClass, p.landlordId, o.name as landlordName,
    e.name as residenceName, r.status, r.education, r.project, r.projectStage, p.createdAt, p.updatedAt,
    (select value from contactPoints where personId = p.id and kind = 'phone' and deletedAt is null order by position limit 1) as phone,
    (select value from contactPoints where personId = p.id and kind = 'email' and deletedAt is null order by position limit 1) as email
  from people p left join participantProfiles r on r.personId = p.id and r.deletedAt is null
  left join organisations o on o.id = p.landlordId left join residences e on e.id = p.residenceId
  where p.deletedAt is null and (p.sortKey, p.id) > (?, ?) order by p.sortKey, p.id limit 100`)
const deep = read
  .prepare<[], { sortKey: string; id: string }>(
    'select sortKey, id from people where deletedAt is null order by sortKey desc, id desc limit 1 offset 100',
  )
  .get()

const insertPerson = write.prepare(
  `insert into people (id, version, createdAt, updatedAt, firstName, lastName, sortKey) values (?, 1, ?, ?, ?, ?, ?)`,
)
const insertChange = write.prepare(`
  insert into changes (id, batchId, command, entity, recordId, op, version, after, salt, digest, deviceId, at, origin, hash)
  values (?, ?, 'people.create', 'people', ?, 'create', 1, ?, 'salt', 'digest', 'device', ?, 'screen', 'hash')`)
const insert = write.transaction((name: string) => {
  const [id, at] = [randomUUID(), new Date().toISOString()]
  insertPerson.run(id, at, at, name, name, name)
  insertChange.run(
    randomUUID(),
    randomUUID(),
    id,
    JSON.stringify({ id, firstName: name, lastName: name, sortKey: name }),
    at,
  )
  return id
})

const questions: Record<string, (input: string) => unknown> = {
  person: (id) => ({
    ...(person.get(id) as object),
    contactPoints: points.all(id),
    tags: tags.all(id),
    consents: consents.all(id),
  }),
  search: (text) =>
    found.all(
      text
        .split(' ')
        .map((word) => `"${word}"*`)
        .join(' '),
    ),
  deep: () => after.all(deep?.sortKey ?? '', deep?.id ?? ''),
  insert: (name) => insert(name),
  ...workQuestions(read),
}

parentPort?.once('message', ({ port }: { port: MessagePort }) => {
  port.on('message', ({ id, question, input }: { id: number; question: string; input: string }) =>
    port.postMessage({ id, answer: questions[question]?.(input) }),
  )
})
parentPort?.postMessage('ready')
