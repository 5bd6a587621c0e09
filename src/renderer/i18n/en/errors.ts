/** One sentence for each code: what happened, that nothing was lost, what to do. */
export const errors = {
  invalid: 'A value is not accepted. Nothing was saved: correct it and try again.',
  rollAhead:
    'This workshop takes place on {{day}}: its roll opens on that day. Nothing was noted: until then only an absence told in advance can be.',
  rollCalledAhead:
    'The roll of this workshop was called already: it cannot move to {{day}}, which is to come. Nothing was saved: keep a past date, or create another workshop.',
  tooManyMinutes: 'This is more than the half-day lasts. Nothing was saved: check the minutes.',
  answeredSince: 'An answer is noted already on {{day}}: this one cannot be of a day before. Nothing was saved.',
  notFound: 'This record is no longer here: it was deleted. It may be in the bin.',
  alreadyExists: 'This already exists. Nothing was saved twice.',
  illegalMove: 'This record changed stage in the meantime. Nothing was saved: read it again before going on.',
  agreementMissing: 'The person’s agreement is not recorded. Nothing was sent: record it, then try again.',
  nothingToUndo: 'There is nothing left to undo.',
  noMember: 'Nobody is at the keyboard. Nothing was saved: say who you are, then try again.',
  inUse: 'Other records rely on this one. Nothing was deleted: detach them first.',
  selectionChanged: 'The list changed since you selected. Nothing was changed: check it, then try again.',
  previewChanged:
    'The space has changed since the preview, and with it what some rows do. Nothing was written: check the new counts, then apply.',
  monthSettled:
    '{{month}}, {{name}}: these hours are validated. Nothing was saved: make a correction, with its reason, from the statement.',
  monthSettledShares:
    '{{month}}, {{name}}: these hours were validated with the funded actions they count for. Nothing was saved: only the part that nobody pays for can still be given to an action.',
  openStatement: 'Open the statement',
  sensitiveNumber: 'The text holds a social security number or bank details. Nothing was saved: remove them.',
  cancelled: 'Stopped as you asked. Nothing was written.',
  locked: 'The space is locked. Nothing is lost: unlock it to go on.',
  wrongPassphrase: 'This is not the right passphrase. Nothing changed: check it and try again.',
  wrongRecoveryKey: 'This recovery key does not open this space. Nothing changed: check each group.',
  tooManyAttempts: 'Several tries have failed. Wait a little before the next one; nothing is erased.',
  wrongKey:
    'The file of this space does not answer to its key. Nothing was changed: open it again, or restore a backup.',
  spaceDamaged: 'The file of this space is damaged. Nothing was erased or changed: restore a backup.',
  spaceFromFuture:
    'This space comes from a newer version of Palier. Nothing was changed: install that version to open it.',
  spaceLocked: 'This space is already open elsewhere ({{host}}). Close it there, then try again.',
  spaceBusy: 'Another program is holding the file of this space. Nothing is lost: try again in a moment.',
  notASpace: 'This folder is not a Palier space. Nothing was changed: choose the folder that holds “space.json”.',
  folderNotEmpty: 'There is already something in this folder. Nothing was written: choose an empty one.',
  networkFolder:
    'This folder is on the network, where a space gets damaged. Nothing was written: choose a folder on this computer.',
  syncFolder: 'This folder is synchronised online, which damages a space. Nothing was written: choose one that is not.',
  diskFull: 'The disk is full. What was saved is intact: make room, then try again.',
  readOnly: 'This folder cannot be written to. Nothing was changed: check your rights, or choose another.',
  backupDamaged: 'This backup is damaged. Your space has not changed: choose another one.',
  fileTooLarge: 'This file is too large. Nothing was imported: split it.',
  fileUnreadable: 'This file could not be read. Nothing was imported: open it in your spreadsheet and save it again.',
  fileProtected: 'This file is protected by a password. Nothing was imported: save a copy without protection.',
  fileFormatUnknown: 'This file format is not known. Nothing was imported: save it as XLSX or CSV.',
  fileEmpty: 'There is no row in this file. Nothing was imported.',
  readerStopped: 'Reading this file was stopped, as it made no progress. Nothing was imported: split it.',
  dataProcessStopped:
    'The part of Palier that keeps the data stopped and is starting again. What was saved is intact: try again.',
  keychainUnavailable: 'The keychain of this computer does not answer. Nothing changed: open with the passphrase.',
  unexpected: 'Something unforeseen prevented this. What was saved is intact: try again.',
} as const
