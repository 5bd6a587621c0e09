import { Button } from '@mantine/core'
import { IconBuildingCommunity, IconId, IconMapPin, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Affiliation, Organisation } from '../../../shared/features/organisations'
import { useQuery } from '../../api'
import { TaskLine, TaskLines } from '../../ui/TaskLines'
import { ContactDrawer } from './ContactDrawer'
import { ContactEnd } from './ContactEnd'
import { ContactLine } from './ContactLine'

interface OrganisationBesideProps {
  readonly organisation: Organisation
  readonly onEdit: () => void
}

type Doing = { readonly what: 'add' } | { readonly what: 'change' | 'end'; readonly contact: Affiliation }

/** Who one speaks to there, those who left, and what is missing from the record. */
export function OrganisationBeside({ organisation, onEdit }: OrganisationBesideProps) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const here = organisation.contacts.filter(({ endedOn }) => endedOn === null)
  const gone = organisation.contacts.filter(({ endedOn }) => endedOn !== null)
  const inTrash = organisation.deletedAt !== null
  const line = (contact: Affiliation) => (
    <ContactLine
      key={contact.id}
      contact={contact}
      still={inTrash}
      onChange={() => setDoing({ what: 'change', contact })}
      onEnd={() => setDoing({ what: 'end', contact })}
    />
  )
  return (
    <>
      <section aria-label={t('organisations.contacts')}>
        <div className="row organisation-part">
          <h2 className="h3">{t('organisations.contacts')}</h2>
          {inTrash ? null : (
            <Button
              className="end"
              size="xs"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              onClick={() => setDoing({ what: 'add' })}
            >
              {t('organisations.addContact')}
            </Button>
          )}
        </div>
        {here.length === 0 ? <p className="t3">{t('organisations.noContact')}</p> : null}
        <ul className="organisation-contacts">{here.map(line)}</ul>
        {gone.length > 0 ? (
          <details className="organisation-gone">
            <summary>{t('organisations.formerContacts', { count: gone.length })}</summary>
            <ul className="organisation-contacts">{gone.map(line)}</ul>
          </details>
        ) : null}
      </section>
      {inTrash ? null : <Missing organisation={organisation} onEdit={onEdit} />}
      {doing?.what === 'add' ? <ContactDrawer organisationId={organisation.id} contact={null} onClose={close} /> : null}
      {doing?.what === 'change' ? (
        <ContactDrawer
          key={doing.contact.id}
          organisationId={organisation.id}
          contact={doing.contact}
          onClose={close}
        />
      ) : null}
      {doing?.what === 'end' ? <ContactEnd contact={doing.contact} onClose={close} /> : null}
    </>
  )
}

/** What the record lacks, and those that may be the same organisation. */
function Missing({ organisation, onEdit }: OrganisationBesideProps) {
  const { t } = useTranslation()
  const { id, name, siren, city, postcode, communeCode } = organisation
  const probe = { excludeId: id, name, siren: siren ?? '' }
  const twins = useQuery('organisations.duplicates', probe, { keepPrevious: true }).data ?? []
  const placed = city !== null || postcode !== null
  if (siren !== null && !(placed && communeCode === null) && twins.length === 0) return null
  return (
    <section aria-label={t('organisations.toComplete')}>
      <h2 className="h3">{t('organisations.toComplete')}</h2>
      <TaskLines>
        {siren === null ? (
          <TaskLine icon={IconId} to={onEdit}>
            {t('organisations.addSiren')}
            <small>{t('organisations.addSirenHint')}</small>
          </TaskLine>
        ) : null}
        {placed && communeCode === null ? (
          <TaskLine icon={IconMapPin} to={onEdit}>
            {t('organisations.sayCommune')}
            <small>{[postcode, city].filter(Boolean).join(' ')}</small>
          </TaskLine>
        ) : null}
        {twins.slice(0, 3).map((twin) => (
          <TaskLine key={twin.id} icon={IconBuildingCommunity} to={`#/organisations/${twin.id}`}>
            {t('organisations.maybeThis', { name: twin.name })}
            <small>{t(twin.reason === 'siren' ? 'organisations.sameSiren' : 'organisations.nearName')}</small>
          </TaskLine>
        ))}
      </TaskLines>
    </section>
  )
}
