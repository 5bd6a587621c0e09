import { ask } from '../api'
import type { PickerOption } from '../ui/RecordPicker'

/** Organisations of any kind by their name, with their town, for a picker. */
export async function findOrganisations(text: string): Promise<PickerOption[]> {
  const found = await ask('organisations.find', { text, kinds: [], limit: 20 })
  return found.map(({ id, name, city }) => ({ id, label: name, ...(city ? { detail: city } : {}) }))
}
