import { type FieldDefinition, headerLikeness, importFields } from '../../../shared/features/import-fields.ts'
import { guessCode } from '../../../shared/features/import-values.ts'
import type { ColumnMapping, ImportKind, SourceColumn } from '../../../shared/features/imports.ts'
import { parseEmail } from '../../../shared/rules/email.ts'
import { parsePostcode, parseSiren, parseSiret } from '../../../shared/rules/identifiers.ts'
import { parsePhone } from '../../../shared/rules/phone.ts'

/** Where each column goes, guessed from its header, and from its values where the header says nothing. */
export function guessMapping(
  kind: ImportKind,
  columns: readonly SourceColumn[],
  distinctValues: Readonly<Record<string, readonly string[]>>,
): ColumnMapping[] {
  const chosen = new Map<number, FieldDefinition>()
  const isFree = (definition: FieldDefinition): boolean => definition.many || ![...chosen.values()].includes(definition)
  const offers = columns
    .filter((column) => column.refused === null)
    .flatMap((column) =>
      importFields[kind].map((definition) => ({
        column,
        definition,
        score: headerLikeness(column.header, definition),
      })),
    )
    .filter(({ score }) => score > 0)
  for (const wanted of [2, 1]) {
    for (const { column, definition, score } of offers) {
      if (score === wanted && !chosen.has(column.index) && isFree(definition)) chosen.set(column.index, definition)
    }
  }
  for (const column of columns) {
    const definition = chosen.has(column.index) || column.refused ? null : fromValues(kind, column.samples)
    if (definition && isFree(definition)) chosen.set(column.index, definition)
  }
  joinNames(kind, columns, chosen)
  return columns.map(({ index }) => mappingTo(index, chosen.get(index) ?? null, distinctValues[String(index)] ?? []))
}

/** A mapping to a field, with the codes that the column's texts stand for. */
export function mappingTo(column: number, definition: FieldDefinition | null, texts: readonly string[]): ColumnMapping {
  const list = definition?.choices ?? null
  const pairs =
    list === null || definition?.kind === 'list'
      ? []
      : texts.flatMap((text) => {
          const code = text.length > 200 ? null : guessCode(list, text)
          return code === null ? [] : [[text, code] as const]
        })
  return { column, field: definition?.field ?? null, values: Object.fromEntries(pairs), dateOrder: null }
}

/** `Nom` alone, holding several words, with no column of first names, is the whole name. */
function joinNames(kind: ImportKind, columns: readonly SourceColumn[], chosen: Map<number, FieldDefinition>): void {
  const fullName = importFields[kind].find(({ field }) => field === 'fullName')
  const fields = [...chosen.values()].map(({ field }) => field)
  if (!fullName || fields.includes('firstName') || fields.includes('fullName')) return
  for (const column of columns) {
    if (chosen.get(column.index)?.field !== 'lastName') continue
    const several = column.samples.filter((sample) => sample.includes(' ')).length
    if (several * 2 >= column.samples.length) chosen.set(column.index, fullName)
  }
}

const shapes: readonly (readonly [string, (text: string) => boolean])[] = [
  ['email', (text) => parseEmail(text).ok],
  ['siret', (text) => parseSiret(text).ok],
  ['siren', (text) => parseSiren(text).ok],
  ['phone', (text) => /^[+\d]/.test(text) && parsePhone(text).ok],
  ['postcode', (text) => /^\d{5}$/.test(text) && parsePostcode(text).ok],
]

/** Values that can be one thing only, under a header that says nothing. */
function fromValues(kind: ImportKind, samples: readonly string[]): FieldDefinition | null {
  if (samples.length === 0) return null
  const shape = shapes.find(([, fits]) => samples.every(fits))?.[0]
  return importFields[kind].find(({ field }) => field === shape) ?? null
}
