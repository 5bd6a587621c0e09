import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Residence, ResidenceFields } from '../../../shared/features/organisations'
import { ask, useCommand } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import { FieldLabel } from '../../ui/FieldLabel'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'
import { useResidenceFieldWords } from './use-field-words'

export function ResidenceDrawer({ residence: current, onClose }: { residence: Residence | null; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const create = useCommand('residences.create')
  const [residence] = useState(current)
  const said = useResidenceFieldWords()
  const [saving, setSaving] = useState(false)
  const { save: update, dialog } = useRecordUpdate<Residence, Partial<ResidenceFields>>({
    read: (id) => ask('residences.get', { id }),
    write: (input) => ask('residences.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  const [landlord, setLandlord] = useState<PickerOption | null>(
    residence ? { id: residence.landlordId, label: residence.landlordName } : null,
  )
  const [fields, setFields] = useState({
    name: residence?.name ?? '',
    code: residence?.code ?? '',
    address: residence?.address ?? '',
    postcode: residence?.postcode ?? '',
    city: residence?.city ?? '',
  })
  const [asked, setAsked] = useState(false)
  const text = (field: keyof typeof fields) => ({
    value: fields[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setFields({ ...fields, [field]: event.currentTarget.value }),
  })
  const filled = (value: string) => value.trim() || null

  async function save(): Promise<void> {
    setAsked(true)
    if (!landlord || fields.name.trim() === '') return
    setSaving(true)
    const values = {
      landlordId: landlord.id,
      name: fields.name.trim(),
      code: filled(fields.code),
      address: filled(fields.address),
      postcode: filled(fields.postcode),
      city: filled(fields.city),
    }
    try {
      if (residence) {
        if (!(await update(residence, changedFields<Partial<ResidenceFields>>(residence, values)))) return
        told.done(t('residences.changed'))
      } else {
        await create.mutateAsync(values)
        told.done(t('residences.created', { name: values.name }))
      }
      onClose()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  return (
    <Drawer
      label={residence?.name ?? t('residences.create')}
      title={residence?.name ?? t('residences.create')}
      onClose={onClose}
      footer={
        <Button variant="filled" onClick={() => void save()} loading={saving}>
          {t('residences.save')}
        </Button>
      }
    >
      <div className="stack">
        {asked && (!landlord || fields.name.trim() === '') ? (
          <p role="alert" className="field-error">
            {t('residences.needed')}
          </p>
        ) : null}
        <TextInput label={t('residences.name')} maxLength={200} {...text('name')} />
        <RecordPicker label={t('residences.landlord')} value={landlord} onChange={setLandlord} search={findLandlords} />
        <TextInput label={<FieldLabel optional>{t('residences.code')}</FieldLabel>} maxLength={40} {...text('code')} />
        <TextInput
          label={<FieldLabel optional>{t('residences.address')}</FieldLabel>}
          maxLength={200}
          {...text('address')}
        />
        <TextInput
          label={<FieldLabel optional>{t('residences.postcode')}</FieldLabel>}
          maxLength={10}
          {...text('postcode')}
        />
        <TextInput label={<FieldLabel optional>{t('residences.city')}</FieldLabel>} maxLength={100} {...text('city')} />
      </div>
      {dialog}
    </Drawer>
  )
}

async function findLandlords(text: string) {
  const found = await ask('organisations.find', { text, kinds: ['landlord'], limit: 20 })
  return found.map(({ id, name }) => ({ id, label: name }))
}
