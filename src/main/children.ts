import { writeFile } from 'node:fs/promises'

/** What was set outside to steer Node or Electron is not for the process that holds the key. */
export function environmentFor(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(environment).filter(([name]) => !/^(NODE_|ELECTRON_|LD_PRELOAD$|DYLD_)/i.test(name))
  return Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** On Linux a core dump of this process would hold the key: none of its memory goes into one. */
export async function forbidDumps(pid: number | undefined): Promise<void> {
  if (process.platform !== 'linux' || pid === undefined) return
  await writeFile(`/proc/${pid}/coredump_filter`, '0').catch(() => undefined) // a kernel without core dumps
}
