import { fieldOfKind } from '../../../shared/features/import-fields'
import { type ChoiceList, choiceLists, guessCode } from '../../../shared/features/import-values'
import type { ColumnMapping, ImportDraft, TargetField } from '../../../shared/features/imports'

const longestValue = 200

/** A column sent to another field; a field that takes one column only leaves the one it had. */
export function sendTo(
  draft: ImportDraft,
  mapping: readonly ColumnMapping[],
  column: number,
  field: string | null,
): ColumnMapping[] {
  const single = field !== null && fieldOfKind(draft.kind, field)?.many !== true
  return mapping.map((one) => {
    if (one.column === column) return mappingTo(draft, column, field)
    return single && one.field === field ? mappingTo(draft, one.column, null) : one
  })
}

function mappingTo(draft: ImportDraft, column: number, field: string | null): ColumnMapping {
  const target = draft.fields.find((one) => one.field === field)
  const list = isChoiceList(target?.choices) ? target.choices : null
  const texts = list === null ? [] : valuesOf(draft, column)
  const values = Object.fromEntries(
    texts.flatMap((text) => {
      const code = list === null ? null : guessCode(list, text)
      return code === null ? [] : [[text, code] as const]
    }),
  )
  return { column, field, values, dateOrder: null }
}

/** The different texts of a column that can be given a code one by one. */
export function valuesOf(draft: ImportDraft, column: number): readonly string[] {
  return (draft.distinctValues[String(column)] ?? []).filter((text) => text.length <= longestValue)
}

/** A closed list of which each text is one code: its values are to be settled one by one. */
export function isClosed(target: TargetField | undefined): target is TargetField & { choices: string } {
  return target?.kind === 'choice' && target.choices !== null
}

/** The fields no column goes to, without which no row can be written. */
export function missingFields(draft: ImportDraft, mapping: readonly ColumnMapping[]): readonly string[] {
  const mapped = new Set(mapping.map(({ field }) => field))
  return draft.fields.filter(({ required, field }) => required && !mapped.has(field)).map(({ field }) => field)
}

function isChoiceList(name: string | null | undefined): name is ChoiceList {
  return name !== null && name !== undefined && name in choiceLists
}
