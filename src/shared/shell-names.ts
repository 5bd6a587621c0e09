import type { ShellEventName, ShellName } from './shell.ts'

// What the doorway lets through. Apart from the schemas, so that the preload stays a few lines when bundled.

/** Every call the page may make of the shell. */
export const shellNames = [
  'openFileDialog',
  'saveFileDialog',
  'chooseFolder',
  'showItemInFolder',
  'openCopy',
  'printHtml',
  'savePdf',
  'openExternal',
  'copyText',
  'windowControls',
  'setTheme',
  'setLocale',
  'zoom',
  'appInfo',
  'restartData',
] as const satisfies readonly ShellName[]

/** Everything the shell may announce to the page. */
export const shellEventNames = [
  'data-stopped',
  'data-restarted',
  'lock',
  'window',
  'file-dropped',
] as const satisfies readonly ShellEventName[]

/** The event by which the page asks for the data process's port, and the one that brings it. */
export const portWanted = 'palier:port-wanted'
export const portGiven = 'palier:port'
