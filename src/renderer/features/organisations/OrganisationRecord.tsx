import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../../shared/features/organisations'
import { formatPhone } from '../../../shared/rules/phone'
import { useCommand, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { ErrorState } from '../../ui/ErrorState'
import { RecordHeader } from '../../ui/PageHeader'
import { PersonName } from '../../ui/PersonName'
import { RecordLayout } from '../../ui/RecordLayout'
import { StateDot } from '../../ui/StateDot'
import { OrganisationDrawer } from './OrganisationDrawer'
import './organisation.css'

/** An organisation: what it is, who one speaks to, what it has to do with us. */
export function OrganisationRecord({ id, history }: { id: string; history: ReactNode }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('organisations.get', { id }, { keepPrevious: true })
  const [editing, setEditing] = useState(false)
  return (
    <>
      <RecordHeader
        label={t('organisations.crumbs')}
        crumbs={[{ label: t('organisations.title'), href: '#/organisations' }, ...(data ? [{ label: data.name }] : [])]}
        acts={data ? <Button onClick={() => setEditing(true)}>{t('lists.edit')}</Button> : null}
      />
      {error ? (
        <ErrorState title={t('organisations.missing')} body={words(error)} onRetry={() => void refetch()} />
      ) : null}
      {data ? (
        <RecordLayout
          identityLabel={t('organisations.identity')}
          identity={<Identity organisation={data} />}
          nextLabel={t('organisations.ofThem')}
          next={<Figures organisation={data} />}
        >
          <div className="organisation-middle">
            <Contacts organisation={data} />
            {history}
          </div>
        </RecordLayout>
      ) : null}
      {data && editing ? (
        <OrganisationDrawer organisation={data} onClose={() => setEditing(false)} onSaved={() => undefined} />
      ) : null}
    </>
  )
}

function Identity({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (
    <div className="stack">
      <h1 className="h1">{organisation.name}</h1>
      <p className="t2">
        {[
          label('organisationKind', organisation.kind),
          organisation.landlordFamily ? label('landlordFamily', organisation.landlordFamily) : null,
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      {organisation.isKnownLandlord ? <StateDot tone="done">{t('organisations.knownLandlord')}</StateDot> : null}
      <dl className="kv">
        {organisation.siren ? (
          <>
            <dt>{t('organisations.siren')}</dt>
            <dd className="tab">{organisation.siren}</dd>
          </>
        ) : null}
        {organisation.siret ? (
          <>
            <dt>{t('organisations.siret')}</dt>
            <dd className="tab">{organisation.siret}</dd>
          </>
        ) : null}
        {organisation.address || organisation.city ? (
          <>
            <dt>{t('organisations.address')}</dt>
            <dd>
              {organisation.address}
              <br />
              {[organisation.postcode, organisation.communeName ?? organisation.city].filter(Boolean).join(' ')}
            </dd>
          </>
        ) : null}
        {organisation.contactPoints.map((point) => (
          <div key={point.id} className="kv-pair">
            <dt>{point.kind === 'phone' ? t('organisations.phone') : t('organisations.email')}</dt>
            <dd className="tab">{point.kind === 'phone' ? formatPhone(point.value) : point.value}</dd>
          </div>
        ))}
        {organisation.note ? (
          <>
            <dt>{t('organisations.note')}</dt>
            <dd>{organisation.note}</dd>
          </>
        ) : null}
      </dl>
    </div>
  )
}

function Figures({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <h2 className="h3">{t('organisations.ofThem')}</h2>
      <p>{t('organisations.referrals', { count: organisation.referrals })}</p>
      <p>{t('organisations.people', { count: organisation.people })}</p>
      {organisation.kind === 'landlord' ? (
        <p>{t('organisations.residences', { count: organisation.residences })}</p>
      ) : null}
    </div>
  )
}

function Contacts({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const add = useCommand('organisations.addContact', {
    onError: told.failed,
    onSuccess: () => told.done(t('organisations.contactAdded')),
  })
  const remove = useCommand('organisations.removeContact', {
    onError: told.failed,
    onSuccess: () => told.done(t('organisations.contactRemoved')),
  })
  const empty = { firstName: '', lastName: '', title: '', phone: '' }
  const [fields, setFields] = useState<typeof empty | null>(null)
  const text = (field: keyof typeof empty) => ({
    value: fields?.[field] ?? '',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setFields({ ...(fields ?? empty), [field]: event.currentTarget.value }),
  })

  return (
    <section aria-label={t('organisations.contacts')}>
      <h2 className="h3">{t('organisations.contacts')}</h2>
      {organisation.contacts.length === 0 ? <p className="t3">{t('organisations.noContact')}</p> : null}
      <ul className="organisation-contacts">
        {organisation.contacts.map((contact) => (
          <li className="row" key={contact.id}>
            <a href={`#/people/${contact.personId}`}>
              <PersonName lastName={contact.lastName} firstName={contact.firstName} />
            </a>
            <span className="t2">{contact.title}</span>
            <span className="t3 sm tab">
              {[
                contact.phone ? formatPhone(contact.phone) : null,
                contact.startedOn ? t('organisations.since', { day: format.day(contact.startedOn) }) : null,
                contact.endedOn ? t('organisations.until', { day: format.day(contact.endedOn) }) : null,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
            <ActionIcon
              className="end"
              aria-label={t('organisations.remove', { name: `${contact.firstName} ${contact.lastName}` })}
              onClick={() => remove.mutate({ id: contact.id })}
            >
              <IconX size={15} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {fields === null ? (
        <Button size="xs" onClick={() => setFields(empty)}>
          {t('organisations.addContact')}
        </Button>
      ) : (
        <div className="form-grid">
          <TextInput label={t('organisations.firstName')} maxLength={100} {...text('firstName')} />
          <TextInput label={t('organisations.lastName')} maxLength={100} {...text('lastName')} />
          <TextInput label={t('organisations.contactTitle')} maxLength={100} {...text('title')} />
          <TextInput label={t('organisations.phone')} maxLength={40} {...text('phone')} />
          <div className="row span-4">
            <Button
              variant="filled"
              disabled={`${fields.firstName}${fields.lastName}`.trim() === ''}
              loading={add.isPending}
              onClick={() =>
                add.mutate(
                  {
                    organisationId: organisation.id,
                    personId: null,
                    firstName: fields.firstName,
                    lastName: fields.lastName,
                    title: fields.title.trim() || null,
                    phone: fields.phone,
                  },
                  { onSuccess: () => setFields(null) },
                )
              }
            >
              {t('organisations.addContact')}
            </Button>
            <Button variant="subtle" onClick={() => setFields(null)}>
              {t('common.cancel')}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}
