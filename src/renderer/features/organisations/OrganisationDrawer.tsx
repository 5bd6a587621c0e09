import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation, OrganisationFields } from '../../../shared/features/organisations'
import { landlordFamilies, organisationKinds } from '../../../shared/rules/values'
import { ask, useCommand, useQuery } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { Drawer } from '../../ui/Drawer'
import { FieldLabel } from '../../ui/FieldLabel'
import { useOrganisationFieldWords } from './use-field-words'

interface OrganisationDrawerProps {
  /** Null for a new one. */
  readonly organisation: Organisation | null
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

/** What an organisation is; one that may exist already is said while typing. */
export function OrganisationDrawer({ organisation: current, onClose, onSaved }: OrganisationDrawerProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const told = useTold()
  const create = useCommand('organisations.create')
  const [organisation] = useState(current)
  const said = useOrganisationFieldWords()
  const [saving, setSaving] = useState(false)
  const { save: update, dialog } = useRecordUpdate<Organisation, Partial<OrganisationFields>>({
    read: (id) => ask('organisations.get', { id }),
    write: (input) => ask('organisations.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  const [kind, setKind] = useState(organisation?.kind ?? 'company')
  const [family, setFamily] = useState(organisation?.landlordFamily ?? null)
  const [fields, setFields] = useState({
    name: organisation?.name ?? '',
    siren: organisation?.siren ?? '',
    address: organisation?.address ?? '',
    postcode: organisation?.postcode ?? '',
    city: organisation?.city ?? '',
    note: organisation?.note ?? '',
  })
  const [probe] = useDebouncedValue(
    { excludeId: organisation?.id ?? null, name: fields.name, siren: fields.siren },
    250,
  )
  const twins =
    useQuery('organisations.duplicates', probe, {
      enabled: probe.name.trim().length > 2 || probe.siren.length >= 9,
      keepPrevious: true,
    }).data ?? []
  const text = (field: keyof typeof fields) => ({
    value: fields[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setFields({ ...fields, [field]: event.currentTarget.value }),
  })
  const filled = (value: string) => value.trim() || null

  async function save(): Promise<void> {
    setSaving(true)
    const values = {
      kind,
      name: fields.name.trim(),
      siren: filled(fields.siren),
      landlordFamily: kind === 'landlord' ? family : null,
      address: filled(fields.address),
      postcode: filled(fields.postcode),
      city: filled(fields.city),
      note: filled(fields.note),
    }
    try {
      if (organisation) {
        if (!(await update(organisation, changedFields<Partial<OrganisationFields>>(organisation, values)))) return
        told.done(t('organisations.changed'))
        onSaved(organisation.id)
      } else {
        const { id, name } = await create.mutateAsync(values)
        told.done(t('organisations.created', { name }))
        onSaved(id)
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
      label={organisation?.name ?? t('organisations.create')}
      title={organisation?.name ?? t('organisations.create')}
      onClose={onClose}
      footer={
        <Button variant="filled" disabled={fields.name.trim() === ''} onClick={() => void save()} loading={saving}>
          {t('residences.save')}
        </Button>
      }
    >
      <div className="stack">
        {twins.length > 0 ? (
          <Banner tone="warn">
            {t('organisations.maybeSame', { names: format.list(twins.slice(0, 3).map(({ name }) => name)) })}
          </Banner>
        ) : null}
        <TextInput label={t('organisations.name')} maxLength={200} {...text('name')} />
        <Select
          label={t('organisations.kind')}
          allowDeselect={false}
          data={organisationKinds.map((code) => ({ value: code, label: label('organisationKind', code) }))}
          value={kind}
          onChange={(value) => setKind(organisationKinds.find((code) => code === value) ?? kind)}
        />
        {kind === 'landlord' ? (
          <Select
            label={<FieldLabel optional>{t('organisations.family')}</FieldLabel>}
            clearable
            data={landlordFamilies.map((code) => ({ value: code, label: label('landlordFamily', code) }))}
            value={family}
            onChange={(value) => setFamily(landlordFamilies.find((code) => code === value) ?? null)}
          />
        ) : null}
        <TextInput
          label={<FieldLabel optional>{t('organisations.siren')}</FieldLabel>}
          maxLength={20}
          inputMode="numeric"
          {...text('siren')}
        />
        <TextInput
          label={<FieldLabel optional>{t('organisations.address')}</FieldLabel>}
          maxLength={200}
          {...text('address')}
        />
        <TextInput
          label={<FieldLabel optional>{t('organisations.postcode')}</FieldLabel>}
          maxLength={10}
          {...text('postcode')}
        />
        <TextInput
          label={<FieldLabel optional>{t('organisations.city')}</FieldLabel>}
          maxLength={100}
          {...text('city')}
        />
        <TextInput
          label={<FieldLabel optional>{t('organisations.note')}</FieldLabel>}
          maxLength={500}
          {...text('note')}
        />
      </div>
      {dialog}
    </Drawer>
  )
}
