import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { inRoot } from '../../scripts/support/root.ts'
import { databaseKey, databasePath } from '../../src/data/space/open-space.ts'
import type { Api } from '../../src/shared/contract.ts'
import { sessionAt } from '../../scripts/support/invented-space.ts'
import { counts } from './base.ts'
import { type Figure, figure, median, quantile } from './figures.ts'
import { type Ask, pairs } from './pairs.ts'
import { compareWork } from './work.ts'

/** Opening, searching, paging and writing, over a port each, on one copy of the seeded base. */
export async function measureQueries(userData: string): Promise<Figure[]> {
  const copy = await mkdtemp(join(tmpdir(), 'palier-bench-'))
  await cp(userData, copy, { recursive: true })
  const folder = join(copy, 'spaces', 'bench')
  const stops: (() => Promise<unknown>)[] = []
  try {
    const session = sessionAt(copy)
    await session.select(folder)
    await session.open({ kind: 'clear' })
    const place = { path: databasePath(session.unlocked()), fileKey: new Uint8Array(databaseKey(session.unlocked())) }
    await session.close()
    const ours = await startOurs({ userData: copy, folder })
    stops.push(ours.stop)
    const floor = await startFloor(place)
    stops.push(floor.stop)
    return [...(await compare(ours.api, floor.ask)), ...(await compareWork(ours.api, floor.ask))]
  } finally {
    for (const stop of stops) await stop()
    await rm(copy, { recursive: true, force: true })
  }
}

async function compare(api: Api, ask: Ask): Promise<Figure[]> {
  const sort = [{ field: 'name', direction: 'asc' as const }]
  const some = await Promise.all(
    Array.from({ length: 20 }, (_, index) => api.people.list({ sort, offset: index * 4999, limit: 20 })),
  )
  const rows = some.flatMap((page) => page.rows)
  const ids = rows.map(({ id }) => id)
  const texts = rows
    .flatMap(({ firstName, lastName }) => [lastName.slice(0, 3), `${lastName} ${firstName}`, firstName.slice(0, 5)])
    .map(plain)
  const total = some[0]?.total ?? counts.people

  const person = await pairs(
    300,
    (turn) => api.people.get({ id: at(ids, turn) }),
    (turn) => ask('person', at(ids, turn)),
  )
  const search = await pairs(
    400,
    (turn) => api.search.find({ text: at(texts, turn), entities: [], limit: 20 }),
    (turn) => ask('search', at(texts, turn)),
  )
  const deep = await pairs(
    100,
    () => api.people.list({ sort, offset: total - 100, limit: 100 }),
    () => ask('deep', ''),
  )
  const insert = await pairs(
    200,
    (turn) => api.people.create({ firstName: 'Mesure', lastName: `Numéro ${turn}` }),
    (turn) => ask('insert', `Mesure ${turn}`),
  )
  return [
    figure('open a person (median)', 'ms', median(person.ours), median(person.floor), 5),
    figure('search (p50)', 'ms', median(search.ours), median(search.floor), 5),
    figure('search (p99)', 'ms', quantile(search.ours, 0.99), quantile(search.floor, 0.99), 5),
    figure('page of 100 at the deep end', 'ms', median(deep.ours), median(deep.floor), 5),
    figure('create a person (command)', 'ms', median(insert.ours), median(insert.floor), 3),
  ]
}

async function startOurs(data: {
  userData: string
  folder: string
}): Promise<{ api: Api; stop: () => Promise<unknown> }> {
  const { worker, port } = await startWorker('tests/bench/ours-worker.ts', data)
  const link = new RPCLink({ port: port as never })
  port.start()
  return { api: createORPCClient(link), stop: () => stopWorker(worker, port) }
}

async function startFloor(data: {
  path: string
  fileKey: Uint8Array
}): Promise<{ ask: Ask; stop: () => Promise<unknown> }> {
  const { worker, port } = await startWorker('tests/bench/floor-worker.ts', data)
  const waiting = new Map<number, (answer: unknown) => void>()
  let last = 0
  port.on('message', ({ id, answer }: { id: number; answer: unknown }) => waiting.get(id)?.(answer))
  const ask: Ask = (question, input) =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      port.postMessage({ id: last, question, input })
    })
  return { ask, stop: () => stopWorker(worker, port) }
}

async function startWorker(file: string, data: unknown) {
  const worker = new Worker(inRoot(file), { workerData: data })
  await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  const { port1, port2 } = new MessageChannel()
  worker.postMessage({ port: port2 }, [port2])
  return { worker, port: port1 }
}

function stopWorker(worker: Worker, port: { close: () => void }): Promise<unknown> {
  port.close()
  return worker.terminate()
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('the base is empty')
  return item
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z]+/g, ' ')
    .trim()
    .toLowerCase()
}
