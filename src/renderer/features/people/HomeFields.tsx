import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import { AddressFields } from '../../forms/AddressFields'
import { QpvFields } from '../../forms/QpvFields'
import { FieldLabel } from '../../ui/FieldLabel'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'
import type { FormPart } from './form-part'

interface ResidenceOption extends PickerOption {
  readonly landlord: PickerOption
}

/** Where someone lives: the address and what it implies, the residence and whose it is. */
export function HomeFields({ form, change, said }: FormPart) {
  const { t } = useTranslation()
  const landlordId = form.landlord?.id ?? null
  return (
    <>
      <AddressFields value={form.address} onChange={(address) => change({ address })} />
      <TextInput
        className="span-2"
        name="addressExtra"
        label={<FieldLabel optional>{t('people.field.addressExtra')}</FieldLabel>}
        autoComplete="off"
        maxLength={200}
        value={form.addressExtra}
        onChange={(event) => change({ addressExtra: event.currentTarget.value })}
      />
      <span className="span-2" />
      <RecordPicker<ResidenceOption>
        className="span-2"
        label={t('people.field.residence')}
        optional
        value={form.residence}
        search={(text) => findResidences(text, landlordId)}
        onChange={(residence) => change(residence ? { residence, landlord: residence.landlord } : { residence })}
      />
      <RecordPicker
        className="span-2"
        label={t('people.field.landlord')}
        optional
        value={form.landlord}
        search={findLandlords}
        onChange={(landlord) => change({ landlord, ...(landlord?.id === landlordId ? {} : { residence: null }) })}
      />
      <QpvFields
        value={form.qpv}
        communeCode={form.address.commune?.code ?? null}
        error={said('qpvCode')}
        onChange={(qpv) => change({ qpv })}
      />
    </>
  )
}

export async function findLandlords(text: string): Promise<PickerOption[]> {
  const found = await ask('organisations.find', { text, kinds: ['landlord'], limit: 20 })
  return found.map(({ id, name, city }) => ({ id, label: name, ...(city ? { detail: city } : {}) }))
}

export async function findResidences(text: string, landlordId: string | null): Promise<ResidenceOption[]> {
  const found = await ask('residences.find', { text, landlordId, limit: 20 })
  return found.map(({ id, name, city, landlordName, landlordId: ownerId }) => ({
    id,
    label: name,
    detail: city ?? landlordName,
    landlord: { id: ownerId, label: landlordName },
  }))
}
