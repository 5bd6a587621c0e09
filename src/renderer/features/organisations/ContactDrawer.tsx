import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Affiliation } from '../../../shared/features/organisations'
import { parseEmail } from '../../../shared/rules/email'
import { displayName } from '../../../shared/rules/fold'
import { formatPhone } from '../../../shared/rules/phone'
import { emptyFilter } from '../../../shared/rules/lists'
import { type InputOf, ask } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { isReadablePhone } from '../../forms/person-values'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useTold } from '../../told'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { PersonName } from '../../ui/PersonName'
import { PhoneField } from '../../ui/PhoneField'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'
import { spokenName } from './names'
import { useContactUpdate } from './use-contact-update'

interface ContactDrawerProps {
  readonly organisationId: string
  /** Null for a new one. */
  readonly contact: Affiliation | null
  readonly onClose: () => void
}

/** Someone's place in an organisation: who, as what, since when, until when. */
export function ContactDrawer({ organisationId, contact, onClose }: ContactDrawerProps) {
  return contact === null ? (
    <NewContact organisationId={organisationId} onClose={onClose} />
  ) : (
    <ChangedContact contact={contact} onClose={onClose} />
  )
}

interface PersonOption extends PickerOption {
  /** A name that was typed, of someone new: another may bear it already. */
  readonly typed?: string
}

const nobody = { firstName: '', lastName: '', phone: '', email: '' }

function NewContact({ organisationId, onClose }: Omit<ContactDrawerProps, 'contact'>) {
  const { t } = useTranslation()
  const told = useTold()
  const [known, setKnown] = useState<PickerOption | null>(null)
  const [fresh, setFresh] = useState<typeof nobody | null>(null)
  const [title, setTitle] = useState('')
  const [startedOn, setStartedOn] = useState<string | null>(null)

  const named = known !== null || (fresh !== null && spokenName(fresh) !== '')
  const readable =
    fresh === null || (isReadablePhone(fresh.phone) && (fresh.email.trim() === '' || parseEmail(fresh.email).ok))
  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    if (!named || !readable) return false
    const who: Partial<InputOf<'organisations.addContact'>> = known ? {} : (fresh ?? {})
    const added = await ask('organisations.addContact', {
      organisationId,
      personId: known?.id ?? null,
      ...who,
      title: title.trim() || null,
      startedOn,
    })
    told.done(t('organisations.contactAdded', { name: spokenName(added) }))
    return true
  }

  return (
    <FormDrawer {...drawer} label={t('organisations.newContact')}>
      <div className="form-grid">
        {fresh === null ? (
          <RecordPicker<PersonOption>
            className="span-4"
            label={t('organisations.person')}
            description={t('organisations.personHint')}
            error={asked && !named ? t('organisations.personNeeded') : null}
            value={known}
            search={async (text) => [
              ...(await findPeople(text)),
              ...(text.trim() === ''
                ? []
                : [{ id: '', label: t('organisations.createPerson', { name: text.trim() }), typed: text }]),
            ]}
            onChange={(option) => {
              if (option?.typed === undefined) setKnown(option)
              else setFresh({ ...nobody, ...namesOf(option.typed) })
            }}
          />
        ) : (
          <NewPerson value={fresh} asked={asked} onChange={setFresh} onKnown={() => setFresh(null)} />
        )}
        <TitleField value={title} onChange={setTitle} />
        <DateField
          className="span-4"
          label={t('organisations.startedOn')}
          optional
          value={startedOn}
          onChange={setStartedOn}
        />
      </div>
    </FormDrawer>
  )
}

interface NewPersonProps {
  readonly value: typeof nobody
  readonly asked: boolean
  readonly onChange: (value: typeof nobody) => void
  /** They are someone known after all. */
  readonly onKnown: () => void
}

function NewPerson({ value, asked, onChange, onKnown }: NewPersonProps) {
  const { t } = useTranslation()
  const text = (field: 'firstName' | 'lastName' | 'email', maxLength: number) => ({
    name: field,
    autoComplete: 'off',
    maxLength,
    value: value[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      onChange({ ...value, [field]: event.currentTarget.value }),
  })
  const wrongEmail = asked && value.email.trim() !== '' && !parseEmail(value.email).ok
  return (
    <>
      <TextInput className="span-4" label={t('forms.firstName')} {...text('firstName', 100)} />
      <TextInput
        className="span-4"
        label={t('forms.lastName')}
        error={asked && spokenName(value) === '' ? t('organisations.personNeeded') : null}
        {...text('lastName', 100)}
      />
      <PhoneField
        className="span-4"
        label={t('forms.phone')}
        optional
        value={value.phone}
        error={asked && !isReadablePhone(value.phone) ? t('ui.parse.phone') : null}
        onChange={(phone) => onChange({ ...value, phone })}
      />
      <TextInput
        className="span-4"
        type="email"
        label={<FieldLabel optional>{t('forms.email')}</FieldLabel>}
        error={wrongEmail ? t('forms.emailUnread') : null}
        {...text('email', 120)}
      />
      <button type="button" className="span-4 organisation-act" onClick={onKnown}>
        {t('organisations.knownPerson')}
      </button>
    </>
  )
}

function ChangedContact({ contact, onClose }: { contact: Affiliation; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const [before] = useState(contact)
  const [title, setTitle] = useState(before.title ?? '')
  const [startedOn, setStartedOn] = useState(before.startedOn)
  const [endedOn, setEndedOn] = useState(before.endedOn)
  const { save: update, dialog } = useContactUpdate(before.organisationId)
  const backwards = startedOn !== null && endedOn !== null && endedOn < startedOn
  const name = spokenName(before)
  const { drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    if (backwards) return false
    const fields = {
      ...(title.trim() === (before.title ?? '') ? {} : { title: title.trim() || null }),
      ...(startedOn === before.startedOn ? {} : { startedOn }),
      ...(endedOn === before.endedOn ? {} : { endedOn }),
    }
    if (!(await update(before, fields))) return false
    if (Object.keys(fields).length > 0) told.done(t('organisations.contactChanged', { name }))
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={t('organisations.editContact', { name })}
      over={t('lists.edit')}
      title={<PersonName lastName={before.lastName} firstName={before.firstName} />}
    >
      <div className="form-grid">
        <TitleField value={title} onChange={setTitle} />
        <DateField
          className="span-4"
          label={t('organisations.startedOn')}
          optional
          value={startedOn}
          onChange={setStartedOn}
        />
        <DateField
          className="span-4"
          label={t('organisations.endedOn')}
          optional
          error={backwards ? t('organisations.endsBefore') : null}
          value={endedOn}
          onChange={setEndedOn}
        />
        <p className="span-4 hint">
          {t('organisations.reachElsewhere')}{' '}
          <a href={`#/people/${before.personId}`}>{t('organisations.openPerson')}</a>
        </p>
      </div>
      {dialog}
    </FormDrawer>
  )
}

function TitleField({ value, onChange }: { value: string; onChange: (title: string) => void }) {
  const { t } = useTranslation()
  return (
    <TextInput
      className="span-4"
      label={<FieldLabel optional>{t('organisations.contactTitle')}</FieldLabel>}
      autoComplete="off"
      maxLength={100}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

async function findPeople(text: string): Promise<PersonOption[]> {
  const { rows } = await ask('people.list', { filter: { ...emptyFilter, search: text }, offset: 0, limit: 12 })
  return rows.map(({ id, lastName, firstName, phone, city }) => {
    const detail = phone === null ? city : formatPhone(phone)
    return { id, label: displayName(lastName, firstName), ...(detail === null ? {} : { detail }) }
  })
}

/** « Nadia Benamar »: the first word is the first name. */
function namesOf(text: string): { firstName: string; lastName: string } {
  const [first = '', ...others] = text.trim().split(/\s+/u)
  return others.length === 0 ? { firstName: '', lastName: first } : { firstName: first, lastName: others.join(' ') }
}
