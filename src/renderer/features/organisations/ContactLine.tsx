import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowBackUp, IconCalendarOff, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Affiliation } from '../../../shared/features/organisations'
import { ask } from '../../api'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { Initials } from '../../ui/Initials'
import { PersonName } from '../../ui/PersonName'
import { spokenName } from './names'
import { Outside } from './OrganisationIdentity'
import { useContactUpdate } from './use-contact-update'

interface ContactLineProps {
  readonly contact: Affiliation
  /** Nothing can be changed here: the organisation is in the trash. */
  readonly still: boolean
  readonly onChange: () => void
  readonly onEnd: () => void
}

/** One contact: who, as what, how to reach them, since when; and what can be done. */
export function ContactLine({ contact, still, onChange, onEnd }: ContactLineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { startedOn, endedOn } = contact
  const days = [
    startedOn === null ? null : t('organisations.since', { day: format.day(startedOn) }),
    endedOn === null ? null : t('organisations.until', { day: format.day(endedOn) }),
  ].filter((part) => part !== null)
  return (
    <li>
      <Initials name={spokenName(contact)} size="sm" tone={endedOn === null ? 'accent' : 'neutral'} />
      <div className="grow">
        <a className="organisation-contact" href={`#/people/${contact.personId}`}>
          <PersonName lastName={contact.lastName} firstName={contact.firstName} />
        </a>
        {contact.title ? <div>{contact.title}</div> : null}
        {endedOn === null && contact.phone ? (
          <div>
            <Outside kind="phone" value={contact.phone} />
          </div>
        ) : null}
        {endedOn === null && contact.email ? (
          <div>
            <Outside kind="email" value={contact.email} />
          </div>
        ) : null}
        {days.length > 0 ? <small>{days.join(', ')}</small> : null}
      </div>
      {still ? null : <Acts contact={contact} onChange={onChange} onEnd={onEnd} />}
    </li>
  )
}

function Acts({ contact, onChange, onEnd }: Omit<ContactLineProps, 'still'>) {
  const { t } = useTranslation()
  const told = useTold()
  const { save, dialog } = useContactUpdate(contact.organisationId)
  const name = spokenName(contact)

  async function reopen(): Promise<void> {
    if (await save(contact, { endedOn: null })) told.done(t('organisations.contactBack', { name }))
  }
  async function remove(): Promise<void> {
    try {
      await ask('organisations.removeContact', { id: contact.id })
      told.done(t('organisations.contactRemoved', { name }))
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t('organisations.contactActs', { name })}>
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onChange}>
            {t('lists.edit')}
          </Menu.Item>
          {contact.endedOn === null ? (
            <Menu.Item leftSection={<IconCalendarOff size={16} />} onClick={onEnd}>
              {t('organisations.endContact')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => void reopen()}>
              {t('organisations.reopenContact')}
            </Menu.Item>
          )}
          <Menu.Item data-danger leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
            {t('organisations.removeContact')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  )
}
