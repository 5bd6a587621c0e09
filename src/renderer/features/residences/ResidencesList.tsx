import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PageRequest, emptyFilter } from '../../../shared/features/lists'
import { type Residence, residenceListFields } from '../../../shared/features/organisations'
import { ask, useCommand, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { type ShownList, WorkingList } from '../../lists/WorkingList'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import { EmptyState } from '../../ui/EmptyState'
import { FieldLabel } from '../../ui/FieldLabel'
import { type GridColumn, initialColumnStates } from '../../ui/grid/columns'
import { PageHeader } from '../../ui/PageHeader'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'

const load = (request: PageRequest) => ask('residences.list', request)

/** The landlords’ estates: buildings with the landlord’s own codes, as text. */
export function ResidencesList({
  onImport,
  onExport,
  acts,
}: {
  onImport: () => void
  onExport?: ((shown: ShownList) => void) | undefined
  acts?: ReactNode
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useChoiceLabel()
  const [opened, setOpened] = useState<Residence | 'new' | null>(null)
  const whole = useQuery('residences.list', { offset: 0, limit: 1 }, { keepPrevious: true }).data
  const columns = useMemo<readonly GridColumn<Residence>[]>(
    () => [
      {
        field: 'name',
        header: t('residences.name'),
        text: ({ name }) => name,
        width: 200,
        grows: true,
        sortable: true,
        look: 'record',
      },
      {
        field: 'code',
        header: t('residences.code'),
        text: ({ code }) => code ?? '',
        width: 110,
        sortable: true,
        look: 'figures',
      },
      {
        field: 'landlordName',
        header: t('residences.landlord'),
        text: ({ landlordName }) => landlordName,
        width: 180,
        sortable: true,
      },
      { field: 'address', header: t('residences.address'), text: ({ address }) => address ?? '', width: 200 },
      {
        field: 'postcode',
        header: t('residences.postcode'),
        text: ({ postcode }) => postcode ?? '',
        width: 100,
        sortable: true,
        look: 'figures',
      },
      {
        field: 'city',
        header: t('residences.city'),
        text: ({ communeName, city }) => communeName ?? city ?? '',
        width: 150,
        sortable: true,
      },
      {
        field: 'qpvState',
        header: t('residences.qpv'),
        text: ({ qpvState, qpvName }) =>
          qpvState === 'in' ? (qpvName ?? label('qpvState', 'in')) : label('qpvState', qpvState),
        width: 150,
      },
    ],
    [t, label],
  )
  const view = {
    filter: emptyFilter,
    sort: [{ field: 'name', direction: 'asc' as const }],
    columns: initialColumnStates(columns),
    layout: 'grid' as const,
  }
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
      {t('residences.create')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('residences.title')}
        {...(whole ? { detail: format.number(whole.unfiltered) } : {})}
        acts={
          <>
            {acts}
            {whole?.unfiltered === 0 ? null : create}
          </>
        }
      />
      {whole?.unfiltered === 0 ? (
        <EmptyState
          title={t('residences.emptyTitle')}
          body={t('residences.emptyBody')}
          acts={
            <>
              {create}
              <Button onClick={onImport}>{t('residences.import')}</Button>
            </>
          }
        />
      ) : (
        <WorkingList
          list="residences"
          label={t('residences.title')}
          columns={columns}
          fields={columns.flatMap(({ field, header }) => {
            const description = residenceListFields[field as keyof typeof residenceListFields]
            return description ? [{ field, label: header, description }] : []
          })}
          views={[{ id: 'all', name: t('residences.all'), definition: view }]}
          load={load}
          summary={({ total, unfiltered }) =>
            total === unfiltered
              ? t('residences.count', { count: total })
              : t('residences.countOf', { count: total, whole: format.number(unfiltered) })
          }
          rowMeaning={t('residences.rowMeaning')}
          selectedWords={(count) => t('residences.selected', { count })}
          rowLabel={({ name }) => name}
          onOpen={setOpened}
          onExport={onExport}
          acts={() => null}
        />
      )}
      {opened === null ? null : (
        <ResidenceDrawer residence={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </>
  )
}

function ResidenceDrawer({ residence, onClose }: { residence: Residence | null; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const create = useCommand('residences.create')
  const update = useCommand('residences.update')
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
        await update.mutateAsync({ id: residence.id, version: residence.version, fields: values })
        told.done(t('residences.changed'))
      } else {
        await create.mutateAsync(values)
        told.done(t('residences.created', { name: values.name }))
      }
      onClose()
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <Drawer
      label={residence?.name ?? t('residences.create')}
      title={residence?.name ?? t('residences.create')}
      onClose={onClose}
      footer={
        <Button variant="filled" onClick={() => void save()} loading={create.isPending || update.isPending}>
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
    </Drawer>
  )
}

async function findLandlords(text: string) {
  const found = await ask('organisations.find', { text, kinds: ['landlord'], limit: 20 })
  return found.map(({ id, name }) => ({ id, label: name }))
}
