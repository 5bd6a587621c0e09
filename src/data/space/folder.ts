/**
 * Where a space may live. On a network drive SQLite's locks do not hold; in a synchronised folder the database and its
 * journal travel apart. Both lose data without a word, so both are refused before anything is written there.
 */
export type Platform = 'win32' | 'darwin' | 'linux'

/** What is known of a folder; gathered by `folder-facts.ts`, so that the judgement itself touches nothing. */
export interface FolderFacts {
  readonly platform: Platform
  /** The folder as asked for, and as the system resolves it (a mapped drive then shows its server). */
  readonly path: string
  readonly realPath: string
  /** `/proc/mounts` on Linux, the output of `mount` on macOS, empty on Windows. */
  readonly mounts: string
  /** Folders that a synchronising program says it keeps, with its name. */
  readonly syncRoots: readonly SyncRoot[]
}

export interface SyncRoot {
  readonly service: string
  readonly path: string
}

export type FolderVerdict =
  | { readonly fit: true }
  | { readonly fit: false; readonly reason: 'network'; readonly what: string }
  | { readonly fit: false; readonly reason: 'sync'; readonly what: string }

export function judgeFolder(facts: FolderFacts): FolderVerdict {
  for (const path of [facts.path, facts.realPath]) {
    const network = networkOf(facts, path)
    if (network !== null) return { fit: false, reason: 'network', what: network }
    const service = syncServiceOf(facts, path)
    if (service !== null) return { fit: false, reason: 'sync', what: service }
  }
  return { fit: true }
}

/** File systems that are another computer's, or a program's that pretends to be a disk. */
const networkFileSystems = new Set(
  (
    'nfs nfs4 cifs smb smb2 smb3 smbfs afpfs afs webdav davfs davfs2 ncpfs ceph glusterfs lustre gfs2 ocfs2 sshfs ftp ' +
    'macfuse osxfuse vboxsf prl_fs fuse.glusterfs fuse.sshfs fuse.rclone fuse.davfs2 fuse.s3fs fuse.gvfsd-fuse ' +
    'fuse.curlftpfs fuse.smbnetfs fuse.google-drive-ocamlfuse fuse.onedriver fuse.gcsfuse fuse.kio-fuse ' +
    'fuse.vmhgfs-fuse'
  ).split(' '),
)

/** Folders of the computer that runs this virtual one; as its own root they are simply its disk. */
const sharedFileSystems = new Set(['9p', 'virtiofs'])

function networkOf(facts: FolderFacts, path: string): string | null {
  if (facts.platform === 'win32') return isUncPath(path) ? serverOf(path) : null
  const mount = mountOf(facts, path)
  if (mount === null) return null
  const shared = sharedFileSystems.has(mount.type) && mount.point !== '/'
  return shared || networkFileSystems.has(mount.type) ? mount.source : null
}

/** `\\server\share`, also in its long form `\\?\UNC\server\share`; `\\?\C:\` and `\\.\` are this computer's. */
function isUncPath(path: string): boolean {
  const text = path.replaceAll('/', '\\')
  if (/^\\\\\?\\UNC\\/iu.test(text)) return true
  return /^\\\\[^?.\\]/u.test(text)
}

function serverOf(path: string): string {
  const parts = path
    .replaceAll('/', '\\')
    .replace(/^\\\\\?\\UNC\\/iu, '\\\\')
    .split('\\')
  return `\\\\${parts[2] ?? ''}\\${parts[3] ?? ''}`
}

interface Mount {
  readonly source: string
  readonly point: string
  readonly type: string
}

/** The mount a path lies on: the deepest one; of two at the same place, the later covers the earlier. */
function mountOf(facts: FolderFacts, path: string): Mount | null {
  const parse = facts.platform === 'darwin' ? parseMacMount : parseLinuxMount
  let best: Mount | null = null
  for (const line of facts.mounts.split('\n')) {
    const mount = parse(line)
    if (mount === null || !isInside(path, mount.point, '/', false)) continue
    if (best === null || mount.point.length >= best.point.length) best = mount
  }
  return best
}

/** `server:/home /mnt/home nfs4 rw,relatime 0 0`; a space in a name is written `\040`. */
function parseLinuxMount(line: string): Mount | null {
  const [source, point, type] = line.split(' ').map(unescapeOctal)
  return source === undefined || point === undefined || type === undefined ? null : { source, point, type }
}

function unescapeOctal(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/gu, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 8)))
}

/** `//user@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by user)` */
function parseMacMount(line: string): Mount | null {
  const found = /^(?<source>.+) on (?<point>\/.*) \((?<type>[^,)]+)/u.exec(line)?.groups
  const { source, point, type } = found ?? {}
  return source === undefined || point === undefined || type === undefined ? null : { source, point, type }
}

/** Names that synchronising programs give their folders, wherever they are. */
const syncNames: readonly (readonly [service: string, name: RegExp])[] = [
  ['OneDrive', /^OneDrive( ?[-–] ?.+)?$/iu],
  ['SharePoint', /^SharePoint$/iu],
  ['Dropbox', /^Dropbox( ?\(.+\)| ?[-–] ?.+)?$/iu],
  ['iCloud Drive', /^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents|iCloudDrive.*)$/iu],
  ['Google Drive', /^(Google ?Drive.*|GoogleDrive(-.+)?|DriveFS|My Drive|Mon Drive)$/iu],
  ['Nextcloud', /^(Nextcloud\d*|ownCloud\d*|kDrive\d*|Leviia.*)$/iu],
  ['Box', /^(Box|Box Sync|Box-Box)$/iu],
  ['pCloud', /^(pCloud ?Drive|pCloud ?Sync|pCloudDrive)$/iu],
  ['MEGA', /^(MEGA|MEGAsync.*)$/iu],
  ['Synology Drive', /^(SynologyDrive|Synology Drive|CloudStation|Seafile)$/iu],
  ['Proton Drive', /^Proton ?Drive(-.+)?$/iu],
  ['Syncthing', /^(Syncthing|Sync)$/iu],
]

function syncServiceOf(facts: FolderFacts, path: string): string | null {
  const windows = facts.platform === 'win32'
  const separator = windows ? '\\' : '/'
  const ignoreCase = facts.platform !== 'linux'
  const clean = windows ? path.replaceAll('/', '\\').replace(/^\\\\\?\\/u, '') : path
  for (const root of facts.syncRoots) {
    if (root.path !== '' && isInside(clean, root.path, separator, ignoreCase)) return root.service
  }
  const names = clean.split(separator)
  // Since macOS 12 every provider's folder is here, under its own name.
  const cloud = names.indexOf('CloudStorage')
  if (facts.platform === 'darwin' && cloud > 0 && names[cloud - 1] === 'Library' && names.length > cloud + 1) {
    return names[cloud + 1]?.split('-')[0] ?? null
  }
  for (const [service, name] of syncNames) if (names.some((part) => name.test(part.normalize('NFC')))) return service
  return null
}

function isInside(path: string, root: string, separator: string, ignoreCase: boolean): boolean {
  const fold = (text: string) => {
    const plain = separator === '\\' ? text.replaceAll('/', '\\') : text
    const cut = plain.endsWith(separator) ? plain.slice(0, -1) : plain
    return ignoreCase ? cut.toLowerCase() : cut
  }
  const [inner, outer] = [fold(path), fold(root)]
  return inner === outer || inner.startsWith(outer + separator)
}
