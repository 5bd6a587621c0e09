import type { FieldDescription } from '../../shared/rules/lists'
import type { FilterField } from '../ui/grid/conditions'

/** The columns that a condition may be on, under their headers. */
export function filterFields(
  columns: readonly { readonly field: string; readonly header: string }[],
  descriptions: Readonly<Record<string, FieldDescription>>,
): FilterField[] {
  return columns.flatMap(({ field, header }) => {
    const description = descriptions[field]
    return description ? [{ field, label: header, description }] : []
  })
}
