import { resolve } from 'node:path'

/** The folder that holds package.json, wherever the script was started from. */
export const root = resolve(import.meta.dirname, '../..')

export const inRoot = (...path: string[]): string => resolve(root, ...path)
