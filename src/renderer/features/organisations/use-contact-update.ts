import type { Affiliation } from '../../../shared/features/organisations'
import { AppError } from '../../../shared/errors'
import { type InputOf, ask } from '../../api'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useOrganisationFieldWords } from './use-field-words'

/** Saves what changed of a contact; what someone else changed meanwhile is settled in `dialog`. */
export function useContactUpdate(organisationId: string) {
  const said = useOrganisationFieldWords()
  return useRecordUpdate<Affiliation, InputOf<'organisations.updateContact'>['fields']>({
    async read(id) {
      const { contacts } = await ask('organisations.get', { id: organisationId })
      const found = contacts.find((contact) => contact.id === id)
      if (!found) throw new AppError('notFound', { entity: 'affiliations', id })
      return found
    },
    write: (input) => ask('organisations.updateContact', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
}
