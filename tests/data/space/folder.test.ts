import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gatherFolderFacts } from '../../../src/data/space/folder-facts'
import { judgeFolder, type FolderFacts, type Platform, type SyncRoot } from '../../../src/data/space/folder'

function verdict(platform: Platform, path: string, changed: Partial<FolderFacts> = {}): string {
  const found = judgeFolder({ platform, path, realPath: path, mounts: '', syncRoots: [], ...changed })
  return found.fit ? 'fit' : `${found.reason}: ${found.what}`
}

const windowsRoots: readonly SyncRoot[] = [
  { service: 'OneDrive', path: String.raw`C:\Users\awa\Documents d'équipe` },
  { service: 'Dropbox', path: String.raw`E:\Partage` },
]

test.each([
  [String.raw`C:\Users\awa\AppData\Local\Palier\spaces\escales`, 'fit'],
  [String.raw`C:\Users\awa\Documents\Palier`, 'fit'],
  [String.raw`D:\Palier`, 'fit'],
  ['D:/Palier/escales', 'fit'],
  [String.raw`C:\Boxes\palier`, 'fit'],
  [String.raw`C:\Users\awa\Boxing club`, 'fit'],
  [String.raw`C:\Users\awa\Synchronisation\p`, 'fit'],
  [String.raw`C:\Users\awa\Mes dropboxes`, 'fit'],
  [String.raw`C:\Users\awa\OneDriver`, 'fit'],
  [String.raw`\\?\C:\Users\awa\Palier`, 'fit'],
  [String.raw`\\.\C:\Palier`, 'fit'],
  [String.raw`E:\Partages anciens`, 'fit'],
  [String.raw`C:\Users\megane\Palier`, 'fit'],
  [String.raw`C:\Users\awa\Local Disk\Megara`, 'fit'],
  [String.raw`C:\Program Files\Palier`, 'fit'],
  [String.raw`\\serveur\commun`, String.raw`network: \\serveur\commun`],
  [String.raw`\\serveur\commun\Palier\escales`, String.raw`network: \\serveur\commun`],
  ['//serveur/commun/Palier', String.raw`network: \\serveur\commun`],
  [String.raw`\\192.168.1.20\partage\p`, String.raw`network: \\192.168.1.20\partage`],
  [String.raw`\\?\UNC\serveur\commun\p`, String.raw`network: \\serveur\commun`],
  [String.raw`\\?\unc\serveur\commun\p`, String.raw`network: \\serveur\commun`],
  [String.raw`\\wsl$\Debian\home`, String.raw`network: \\wsl$\Debian`],
  [String.raw`C:\Users\awa\OneDrive\Palier`, 'sync: OneDrive'],
  [String.raw`C:\Users\awa\onedrive\Documents\Palier`, 'sync: OneDrive'],
  [String.raw`C:\Users\awa\OneDrive - Les Escales\Palier`, 'sync: OneDrive'],
  [String.raw`C:\Users\awa\Documents d'équipe\Palier`, 'sync: OneDrive'],
  [String.raw`c:\users\AWA\documents d'équipe`, 'sync: OneDrive'],
  ["C:/Users/awa/Documents d'équipe/Palier", 'sync: OneDrive'],
  [String.raw`\\?\C:\Users\awa\OneDrive\p`, 'sync: OneDrive'],
  [String.raw`C:\Users\awa\Dropbox\p`, 'sync: Dropbox'],
  [String.raw`C:\Users\awa\Dropbox (Personnel)\p`, 'sync: Dropbox'],
  [String.raw`E:\Partage\p`, 'sync: Dropbox'],
  [String.raw`C:\Users\awa\iCloudDrive\p`, 'sync: iCloud Drive'],
  [String.raw`C:\Users\awa\Google Drive\p`, 'sync: Google Drive'],
  [String.raw`G:\Mon Drive\p`, 'sync: Google Drive'],
  [String.raw`G:\My Drive\p`, 'sync: Google Drive'],
  [String.raw`C:\Users\awa\Nextcloud\p`, 'sync: Nextcloud'],
  [String.raw`C:\Users\awa\Nextcloud2\p`, 'sync: Nextcloud'],
  [String.raw`C:\Users\awa\kDrive\p`, 'sync: Nextcloud'],
  [String.raw`C:\Users\awa\Box\p`, 'sync: Box'],
  [String.raw`C:\Users\awa\pCloudDrive\p`, 'sync: pCloud'],
  [String.raw`C:\Users\awa\MEGAsync\p`, 'sync: MEGA'],
  [String.raw`C:\Users\awa\SynologyDrive\p`, 'sync: Synology Drive'],
])('on Windows, %s is %s', (path, expected) => {
  expect(verdict('win32', path, { syncRoots: windowsRoots })).toBe(expected)
})

test('a mapped drive is judged by what the system resolves it to', () => {
  const realPath = String.raw`\\serveur\commun\Palier`
  expect(verdict('win32', String.raw`Z:\Palier`, { realPath })).toBe(String.raw`network: \\serveur\commun`)
})

const macMounts = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//awa@serveur/commun on /Volumes/commun (smbfs, nodev, nosuid, mounted by awa)
//awa@nas/Equipe sociale on /Volumes/Equipe sociale (afpfs, nodev, nosuid, mounted by awa)
serveur:/export on /private/nfs (nfs, nodev, nosuid)
https://dav.example.org/ on /Volumes/dav (webdav, nodev, noexec, nosuid, mounted by awa)
sshfs@macfuse0 on /Volumes/distant (macfuse, nodev, nosuid, synchronous, mounted by awa)
/dev/disk4s1 on /Volumes/Clé USB (exfat, local, nodev, nosuid, noowners)`

test.each([
  ['/Users/awa/Library/Application Support/Palier/spaces/escales', 'fit'],
  ['/Users/awa/Documents/Palier', 'fit'],
  ['/Users/awa/Library/Mobile', 'fit'],
  ['/Users/awa/Library/CloudStorage', 'fit'],
  ['/Users/awa/Boxes', 'fit'],
  ['/Users/awa/megane/Palier', 'fit'],
  ['/Users/awa/Dropboxes', 'fit'],
  ['/Volumes/Clé USB/Palier', 'fit'],
  ['/Volumes/communal/Palier', 'fit'],
  ['/private/nfs-notes', 'fit'],
  ['/Users/awa/CloudStorage/notes', 'fit'],
  ['/Users/awa/Synthèse', 'fit'],
  ['/', 'fit'],
  ['/Volumes/commun', 'network: //awa@serveur/commun'],
  ['/Volumes/commun/Palier/escales', 'network: //awa@serveur/commun'],
  ['/Volumes/Equipe sociale/Palier', 'network: //awa@nas/Equipe sociale'],
  ['/private/nfs/p', 'network: serveur:/export'],
  ['/Volumes/dav/p', 'network: https://dav.example.org/'],
  ['/Volumes/distant/p', 'network: sshfs@macfuse0'],
  ['/Users/awa/Library/Mobile Documents/com~apple~CloudDocs/Palier', 'sync: iCloud Drive'],
  ['/Users/awa/Library/Mobile Documents/iCloud~org~exemple/p', 'sync: iCloud Drive'],
  ['/Users/awa/Library/CloudStorage/OneDrive-LesEscales/p', 'sync: OneDrive'],
  ['/Users/awa/Library/CloudStorage/OneDrive-Personnel', 'sync: OneDrive'],
  ['/Users/awa/Library/CloudStorage/GoogleDrive-awa@exemple.fr/Mon Drive/p', 'sync: GoogleDrive'],
  ['/Users/awa/Library/CloudStorage/Dropbox/p', 'sync: Dropbox'],
  ['/Users/awa/Library/CloudStorage/Dropbox-Escales/p', 'sync: Dropbox'],
  ['/Users/awa/Library/CloudStorage/Box-Box/p', 'sync: Box'],
  ['/Users/awa/Library/CloudStorage/NouveauService-compte/p', 'sync: NouveauService'],
  ['/Users/awa/Dropbox/p', 'sync: Dropbox'],
  ['/Users/awa/dropbox/p', 'sync: Dropbox'],
  ['/Users/awa/Dropbox (Les Escales)/p', 'sync: Dropbox'],
  ['/Users/awa/OneDrive/p', 'sync: OneDrive'],
  ['/Users/awa/Google Drive/p', 'sync: Google Drive'],
  ['/Users/awa/GoogleDrive/p', 'sync: Google Drive'],
  ['/Users/awa/Nextcloud/p', 'sync: Nextcloud'],
  ['/Users/awa/ownCloud/p', 'sync: Nextcloud'],
  ['/Users/awa/Box Sync/p', 'sync: Box'],
  ['/Users/awa/pCloud Drive/p', 'sync: pCloud'],
  ['/Users/awa/MEGA/p', 'sync: MEGA'],
  ['/Users/awa/Seafile/p', 'sync: Synology Drive'],
  ['/Users/awa/ProtonDrive-awa@exemple.fr/p', 'sync: Proton Drive'],
  ['/Users/awa/Syncthing/p', 'sync: Syncthing'],
])('on macOS, %s is %s', (path, expected) => {
  expect(verdict('darwin', path, { mounts: macMounts })).toBe(expected)
})

const linuxMounts = `sysfs /sys sysfs rw,nosuid,nodev,noexec,relatime 0 0
proc /proc proc rw,nosuid,nodev,noexec,relatime 0 0
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
/dev/nvme0n1p3 /home btrfs rw,relatime,subvol=/home 0 0
tmpfs /tmp tmpfs rw,nosuid,nodev 0 0
serveur:/export/home /mnt/home nfs4 rw,relatime,vers=4.2 0 0
//serveur/commun /mnt/commun cifs rw,relatime,vers=3.0 0 0
//serveur/equipe\\040sociale /mnt/equipe\\040sociale cifs rw 0 0
awa@distant:/srv /home/awa/distant fuse.sshfs rw,nosuid,nodev 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw,nosuid,nodev 0 0
nuage: /home/awa/nuage fuse.rclone rw,nosuid,nodev 0 0
onedriver /home/awa/bureau fuse.onedriver rw,nosuid,nodev 0 0
https://dav.example.org /mnt/dav fuse davfs rw 0 0
dav /mnt/dav2 davfs rw 0 0
partage /media/sf_partage vboxsf rw,nodev 0 0
C:\\134 /mnt/c 9p rw,noatime,aname=drvfs 0 0
hote /mnt/hote virtiofs rw 0 0
/dev/sdb1 /media/awa/CLE exfat rw,nosuid,nodev 0 0
/dev/mapper/secret /home/awa/Privé ext4 rw 0 0
/dev/sdc1 /mnt/home/local ext4 rw 0 0
10.0.0.5:/vol /var/nas nfs rw 0 0
/dev/sdd1 /var/nas ext4 rw 0 0
overlay /var/lib/conteneur overlay rw 0 0
ceph /mnt/ceph ceph rw 0 0`

test.each([
  ['/home/awa/.local/share/Palier/spaces/escales', 'fit'],
  ['/home/awa/Documents', 'fit'],
  ['/tmp/palier', 'fit'],
  ['/srv/palier', 'fit'],
  ['/media/awa/CLE/palier', 'fit'],
  ['/home/awa/Privé/palier', 'fit'],
  ['/mnt/home/local/palier', 'fit'],
  ['/var/nas/palier', 'fit'],
  ['/var/lib/conteneur/p', 'fit'],
  ['/mnt/homes', 'fit'],
  ['/mnt/commun2/p', 'fit'],
  ['/home/awa/boxes', 'fit'],
  ['/home/awa/Megan', 'fit'],
  ['/home/awa/synced', 'fit'],
  ['/home/awa/nuages/p', 'fit'],
  ['/mnt/home', 'network: serveur:/export/home'],
  ['/mnt/home/awa/palier', 'network: serveur:/export/home'],
  ['/mnt/commun/palier', 'network: //serveur/commun'],
  ['/mnt/equipe sociale/palier', 'network: //serveur/equipe sociale'],
  ['/home/awa/distant/p', 'network: awa@distant:/srv'],
  ['/run/user/1000/gvfs/smb-share:server=s,share=c/p', 'network: gvfsd-fuse'],
  ['/home/awa/nuage/p', 'network: nuage:'],
  ['/home/awa/bureau/p', 'network: onedriver'],
  ['/mnt/dav2/p', 'network: dav'],
  ['/media/sf_partage/p', 'network: partage'],
  ['/mnt/c/Users/awa/p', 'network: C:\\'],
  ['/mnt/hote/p', 'network: hote'],
  ['/mnt/ceph/p', 'network: ceph'],
  ['/home/awa/Dropbox/p', 'sync: Dropbox'],
  ['/home/awa/Dropbox (Old)/p', 'sync: Dropbox'],
  ['/home/awa/Nextcloud/p', 'sync: Nextcloud'],
  ['/home/awa/Nextcloud/Documents/palier', 'sync: Nextcloud'],
  ['/home/awa/ownCloud/p', 'sync: Nextcloud'],
  ['/home/awa/OneDrive/p', 'sync: OneDrive'],
  ['/home/awa/onedrive/p', 'sync: OneDrive'],
  ['/home/awa/Google Drive/p', 'sync: Google Drive'],
  ['/home/awa/pCloudDrive/p', 'sync: pCloud'],
  ['/home/awa/MEGA/p', 'sync: MEGA'],
  ['/home/awa/Sync/p', 'sync: Syncthing'],
  ['/home/awa/Seafile/p', 'sync: Synology Drive'],
  ['/home/awa/Mes fichiers/p', 'sync: Dropbox'],
])('on Linux, %s is %s', (path, expected) => {
  const syncRoots = [{ service: 'Dropbox', path: '/home/awa/Mes fichiers' }]
  expect(verdict('linux', path, { mounts: linuxMounts, syncRoots })).toBe(expected)
})

test('the disk of a virtual computer is fit, whatever carries it', () => {
  expect(verdict('linux', '/home/awa/p', { mounts: 'none / 9p rw 0 0' })).toBe('fit')
  expect(verdict('linux', '/home/awa/p', { mounts: 'root / virtiofs rw 0 0' })).toBe('fit')
  expect(verdict('linux', '/home/awa/p', { mounts: 'serveur:/ / nfs4 rw 0 0' })).toBe('network: serveur:/')
})

test('the facts of a real folder: links followed, also for a folder that is not there yet', async () => {
  const home = mkdtempSync(join(tmpdir(), 'palier-home-'))
  const elsewhere = join(home, 'elsewhere')
  mkdirSync(elsewhere)
  mkdirSync(join(home, '.dropbox'))
  symlinkSync(elsewhere, join(home, 'link'))
  writeFileSync(join(home, '.dropbox', 'info.json'), JSON.stringify({ personal: { path: elsewhere, host: 1 } }))
  const sources = { platform: process.platform, env: { OneDrive: '/home/awa/Bureau' }, home }
  const facts = await gatherFolderFacts(sources, join(home, 'link', 'not', 'yet'))
  expect(facts.realPath).toBe(join(elsewhere, 'not', 'yet'))
  expect(facts.mounts).toContain(' / ')
  expect(facts.syncRoots).toContainEqual({ service: 'OneDrive', path: '/home/awa/Bureau' })
  expect(judgeFolder(facts)).toEqual({ fit: false, reason: 'sync', what: 'Dropbox' })
  expect(judgeFolder(await gatherFolderFacts({ ...sources, env: {} }, join(home, 'plain')))).toEqual({ fit: true })
})
