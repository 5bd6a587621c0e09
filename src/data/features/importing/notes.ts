import type { ImportFlag, ImportProblem } from '../../../shared/features/imports.ts'

/** Notes on the fields of a row, made while it is understood; the first of each kind stays. */
export interface Notes {
  readonly flags: Map<string, ImportFlag>
  readonly problems: Map<string, ImportProblem>
  /** Problems of the row as a whole. */
  readonly ofRow: Set<ImportProblem>
}

export function newNotes(): Notes {
  return { flags: new Map(), problems: new Map(), ofRow: new Set() }
}
