import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { environmentFor, forbidDumps } from './children.ts'

test('what steers Node, Electron or the loader from outside is not passed on', () => {
  const outside = {
    PATH: '/usr/bin',
    OneDrive: 'C:\\Users\\a\\OneDrive',
    NODE_OPTIONS: '--inspect',
    node_options: '--inspect',
    NODE_EXTRA_CA_CERTS: '/tmp/a',
    ELECTRON_RUN_AS_NODE: '1',
    LD_PRELOAD: '/tmp/a.so',
    DYLD_INSERT_LIBRARIES: '/tmp/a.dylib',
    EMPTY: undefined,
  }
  expect(environmentFor(outside)).toEqual({ PATH: '/usr/bin', OneDrive: 'C:\\Users\\a\\OneDrive' })
})

test.runIf(process.platform === 'linux')('a process that holds a key leaves no memory in a core dump', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  try {
    await once(child, 'spawn')
    const filter = `/proc/${child.pid}/coredump_filter`
    expect(Number.parseInt(await readFile(filter, 'utf8'), 16)).not.toBe(0)
    await forbidDumps(child.pid)
    expect(Number.parseInt(await readFile(filter, 'utf8'), 16)).toBe(0)
  } finally {
    child.kill()
  }
})
