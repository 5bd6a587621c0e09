import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findRuntime } from '../../scripts/runtime/find.ts'
import { inRoot } from '../../scripts/support/root.ts'
import { sandboxArguments } from '../../scripts/system/sandbox.ts'
import { launchPalier } from '../support/launch.ts'
import { type Figure, figure, median } from './figures.ts'

const turns = 9 // the median of a few is at the mercy of one neighbour of the machine

/** From the start of the process to rows one can work with, and the memory of all processes then; beside an empty window. */
export async function measureWindow(userData: string): Promise<Figure[]> {
  const times = { ours: [] as number[], floor: [] as number[] }
  const memory = { ours: [] as number[], floor: [] as number[] }
  // As once installed: the first start of the run reads the runtime from the disk, that of a new build compiles it, and what
  // compiled code an older build left is not what this one would keep. The second keeps the code that starts use.
  await rm(join(userData, 'Code Cache'), { recursive: true, force: true })
  await openOurs(userData)
  await openOurs(userData)
  await openEmpty()
  for (let turn = 0; turn < turns; turn += 1) {
    const ours = await openOurs(userData)
    times.ours.push(ours.ms)
    memory.ours.push(ours.megabytes)
    const empty = await openEmpty()
    times.floor.push(empty.ms)
    memory.floor.push(empty.megabytes)
  }
  return [
    figure('start to usable grid', 'ms', median(times.ours), median(times.floor), 1.8),
    figure('memory of all processes (PSS)', 'MB', median(memory.ours), median(memory.floor), 1.8),
  ]
}

async function openOurs(userData: string): Promise<{ ms: number; megabytes: number }> {
  const start = performance.now()
  const palier = await launchPalier({ userData })
  await drawn(palier.window, '.ag-row .person-name')
  const ms = performance.now() - start
  return { ms, megabytes: await settledMemory(palier.app, () => palier.close()) }
}

async function openEmpty(): Promise<{ ms: number; megabytes: number }> {
  const { electronPath } = await findRuntime()
  const start = performance.now()
  const app = await _electron.launch({
    executablePath: electronPath,
    args: [...sandboxArguments(), inRoot('tests/bench/empty-window')],
  })
  const window = await app.firstWindow()
  await drawn(window, 'body')
  const ms = performance.now() - start
  return { ms, megabytes: await settledMemory(app, () => app.close()) }
}

/**
 * The frame after an element came to hold something. Asked within the page at each frame: from outside one would look at
 * longer and longer intervals, up to half a second.
 */
async function drawn(window: Page, selector: string): Promise<void> {
  await window.evaluate(`new Promise((done) => {
    const look = () => {
      if (document.querySelector(${JSON.stringify(selector)})?.textContent) requestAnimationFrame(done)
      else requestAnimationFrame(look)
    }
    look()
  })`)
}

async function settledMemory(app: ElectronApplication, close: () => Promise<void>): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const megabytes = await pssOfTree(app.process().pid ?? 0)
  await close()
  return megabytes
}

/** Proportional set size of a process and all its descendants: shared pages are counted once among those that share them. */
async function pssOfTree(root: number): Promise<number> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    if (stat !== '') parents.set(Number(name), parent)
  }
  const belongs = (pid: number): boolean =>
    pid === root || (parents.has(pid) && pid > 1 && belongs(parents.get(pid) ?? 0))
  let kilobytes = 0
  for (const pid of parents.keys()) {
    if (!belongs(pid)) continue
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  return kilobytes / 1024
}
