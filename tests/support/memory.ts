import { open, readFile, readdir } from 'node:fs/promises'

/** The process and all its descendants. */
export async function processTree(root: number): Promise<number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    if (stat !== '') parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const belongs = (pid: number): boolean => pid === root || (pid > 1 && belongs(parents.get(pid) ?? 0))
  return [...parents.keys()].filter(belongs)
}

/** How often these bytes lie in the memory of these processes: `/proc/PID/mem`, every region one can write to. */
export async function countInMemory(pids: readonly number[], ...needles: readonly Buffer[]): Promise<number> {
  let found = 0
  for (const pid of pids) found += await countInProcess(pid, needles)
  return found
}

const piece = 16 * 1024 * 1024

async function countInProcess(pid: number, needles: readonly Buffer[]): Promise<number> {
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8').catch(() => '')
  const memory = await open(`/proc/${pid}/mem`, 'r').catch(() => null)
  if (!memory) return 0
  const longest = Math.max(...needles.map(({ length }) => length))
  let found = 0
  try {
    for (const line of maps.split('\n')) {
      const region = /^([0-9a-f]+)-([0-9a-f]+) rw\S+ \S+ \S+ \d+\s*(.*)$/.exec(line)
      if (!region) continue
      const [start, end] = [Number.parseInt(region[1] ?? '', 16), Number.parseInt(region[2] ?? '', 16)]
      for (let at = start; at < end; at += piece) {
        // a piece overlaps the next by the length of what is looked for
        const length = Math.min(piece + longest - 1, end - at)
        const { buffer, bytesRead } = await memory
          .read(Buffer.allocUnsafe(length), 0, length, at)
          .catch(() => ({ buffer: Buffer.alloc(0), bytesRead: 0 }))
        for (const needle of needles) found += occurrences(buffer.subarray(0, bytesRead), needle)
      }
    }
  } finally {
    await memory.close()
  }
  return found
}

function occurrences(buffer: Buffer, needle: Buffer): number {
  let count = 0
  for (let at = buffer.indexOf(needle); at !== -1; at = buffer.indexOf(needle, at + 1)) count += 1
  return count
}
