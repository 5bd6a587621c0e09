import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { unfinishedName, type Disk } from './disk.ts'
import { envelopeName } from './envelope.ts'
import type { RandomBytes } from './keys.ts'

/**
 * Who this install is for one database file. It lies outside the space: a space that was copied or restored is another
 * device, or two of them would number their records alike.
 */
const Devices = z.record(z.string(), z.object({ deviceId: z.string(), folder: z.string() }))
type Devices = z.infer<typeof Devices>

export interface DeviceDependencies {
  readonly disk: Disk
  readonly randomBytes: RandomBytes
  readonly newId: () => string
  /** Where this install remembers its devices; outside any space folder. */
  readonly deviceFile: string
}

/** The device of a database file in a folder, made on first sight. */
export async function deviceFor(dependencies: DeviceDependencies, fileId: string, folder: string): Promise<string> {
  const devices = await readDevices(dependencies)
  const known = devices[fileId]
  const here = resolve(folder)
  if (known !== undefined) {
    if (known.folder === here) return known.deviceId
    // The folder was moved, unless the file is still where it was: then this one is a copy.
    if (!(await holds(dependencies.disk, known.folder, fileId))) {
      await writeDevices(dependencies, { ...devices, [fileId]: { ...known, folder: here } })
      return known.deviceId
    }
  }
  const key = known === undefined ? fileId : `${fileId} ${here}`
  const copy = devices[key]
  if (copy !== undefined) return copy.deviceId
  const deviceId = dependencies.newId()
  await writeDevices(dependencies, { ...devices, [key]: { deviceId, folder: here } })
  return deviceId
}

async function holds(disk: Disk, folder: string, fileId: string): Promise<boolean> {
  try {
    return (await disk.read(join(folder, envelopeName))).includes(fileId)
  } catch {
    return false
  }
}

async function readDevices({ disk, deviceFile }: DeviceDependencies): Promise<Devices> {
  try {
    return Devices.parse(JSON.parse((await disk.read(deviceFile)).toString('utf8')))
  } catch {
    return {} // none yet, or unreadable: a new device is always safe
  }
}

async function writeDevices({ disk, deviceFile, randomBytes }: DeviceDependencies, devices: Devices): Promise<void> {
  await disk.makeFolder(dirname(deviceFile))
  const temporary = unfinishedName(deviceFile, randomBytes(4).toString('hex'))
  await disk.writeNew(temporary, `${JSON.stringify(devices, null, 2)}\n`)
  await disk.rename(temporary, deviceFile)
}
