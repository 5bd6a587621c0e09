import { Button, Select } from '@mantine/core'
import { IconHome, IconMail, IconMapPin, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Person, PersonFields } from '../../../shared/features/people'
import { formatPhone } from '../../../shared/rules/phone'
import { educationLevels, personStatuses, projectStages } from '../../../shared/rules/values'
import { ask, useCommand } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'
import { callShell } from '../../shell'
import { useTold } from '../../told'
import { Initials } from '../../ui/Initials'
import { PersonName } from '../../ui/PersonName'
import { StateDot, Tag } from '../../ui/StateDot'
import { joined, spokenName } from './names'
import { usePersonFieldWords } from './use-field-words'

/** Who someone is and how to reach them; what may be chosen is changed in place. */
export function PersonIdentity({ person }: { person: Person }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const age = ageOf(person)
  const born = person.birthDate
    ? t('people.bornOn', { day: format.day(person.birthDate) })
    : person.birthYear
      ? t('people.born', { year: person.birthYear })
      : null
  const qpv =
    person.qpvState === 'in'
      ? joined([person.qpvName ?? label('qpvState', 'in'), person.qpvCode])
      : label('qpvState', person.qpvState)
  return (
    <div className="stack">
      <div className="person-head">
        <Initials name={spokenName(person)} size="lg" />
        <div>
          <h1 className="h1">
            <PersonName lastName={person.lastName} firstName={person.firstName} />
          </h1>
          <p className="t2 sm">{joined([age === null ? null : t('people.age', { count: age }), born])}</p>
        </div>
      </div>
      {person.tags.length > 0 ? (
        <div className="row wrap">
          {person.tags.map((tag) => (
            <Tag key={tag.id}>{tag.name}</Tag>
          ))}
        </div>
      ) : null}
      {person.project ? <p>{person.project}</p> : null}
      <ul className="person-lines">
        {person.contactPoints.map((point) => (
          <li key={point.id}>
            {point.kind === 'phone' ? <IconPhone size={16} /> : <IconMail size={16} />}
            <div className="grow cut">
              <Outside url={`${point.kind === 'phone' ? 'tel' : 'mailto'}:${point.value}`}>
                {point.kind === 'phone' ? formatPhone(point.value) : point.value}
              </Outside>
              {point.preferred && person.contactPreference ? (
                <small>{label('contactPreference', person.contactPreference)}</small>
              ) : null}
            </div>
          </li>
        ))}
        {person.address || person.city ? (
          <li>
            <IconHome size={16} />
            <div>
              {person.address ? <div>{person.address}</div> : null}
              <div>{[person.postcode, person.communeName ?? person.city].filter(Boolean).join(' ')}</div>
              <small>{joined([person.residenceName, person.landlordName])}</small>
            </div>
          </li>
        ) : null}
        <li>
          <IconMapPin size={16} />
          <div>
            <StateDot tone={person.qpvState === 'in' ? 'progress' : person.qpvState === 'out' ? 'neutral' : 'warn'}>
              {qpv}
            </StateDot>
            {person.qpvHow && person.qpvOn ? (
              <small>
                {t('people.qpvBy', {
                  how: label('qpvHow', person.qpvHow),
                  day: format.day(person.qpvOn),
                  edition: person.qpvEdition ?? '',
                })}
              </small>
            ) : null}
            {person.ruralityClass ? <small>{label('ruralityClass', person.ruralityClass)}</small> : null}
          </div>
        </li>
      </ul>
      <Situation person={person} />
      <Agreements person={person} />
      {person.note ? (
        <section className="person-part">
          <h2 className="h3">{t('people.field.note')}</h2>
          <p>{person.note}</p>
        </section>
      ) : null}
    </div>
  )
}

function Situation({ person }: { person: Person }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const said = usePersonFieldWords()
  const { save, dialog } = useRecordUpdate<Person, Partial<PersonFields>>({
    read: (id) => ask('people.get', { id }),
    write: (input) => ask('people.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  const choices = (list: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: label(list, value) }))
  return (
    <section className="person-part">
      <h2 className="h3">{t('people.situation')}</h2>
      <div className="stack">
        <Select
          size="xs"
          clearable
          label={t('people.field.status')}
          data={choices('personStatus', personStatuses)}
          value={person.status}
          onChange={(value) => void save(person, { status: personStatuses.find((code) => code === value) ?? null })}
        />
        <Select
          size="xs"
          clearable
          label={t('people.field.education')}
          data={choices('educationLevel', educationLevels)}
          value={person.education}
          onChange={(value) => void save(person, { education: educationLevels.find((code) => code === value) ?? null })}
        />
        <Select
          size="xs"
          clearable
          label={t('people.field.projectStage')}
          data={choices('projectStage', projectStages)}
          value={person.projectStage}
          onChange={(value) =>
            void save(person, { projectStage: projectStages.find((code) => code === value) ?? null })
          }
        />
      </div>
      {dialog}
    </section>
  )
}

function Agreements({ person }: { person: Person }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const told = useTold()
  const withdraw = useCommand('people.withdrawConsent', {
    onError: told.failed,
    onSuccess: () => told.done(t('people.withdrawDone')),
  })
  return (
    <section className="person-part">
      <h2 className="h3">{t('people.agreements')}</h2>
      {person.consents.length === 0 ? <p className="t3">{t('people.noAgreement')}</p> : null}
      {person.consents.map((consent) => (
        <div className="row" key={consent.id}>
          <div className="grow">
            <StateDot tone={consent.withdrawnOn ? 'neutral' : 'done'} hollow={consent.withdrawnOn !== null}>
              {consent.scope.includes('statusBack')
                ? t('people.agreementTo', { name: consent.recipientName ?? '' })
                : t('people.agreementContact')}
            </StateDot>
            <p className="sm t3">
              {consent.withdrawnOn
                ? t('people.withdrawn', { day: format.day(consent.withdrawnOn) })
                : t('people.agreementOn', { how: label('consentHow', consent.how), day: format.day(consent.givenOn) })}
            </p>
          </div>
          {consent.withdrawnOn ? null : (
            <Button
              size="xs"
              variant="subtle"
              onClick={() => withdraw.mutate({ consentId: consent.id, on: localDay() })}
            >
              {t('people.withdraw')}
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}

/** Opens the phone or the mail program, which asks first. */
function Outside({ url, children }: { url: string; children: string }) {
  const told = useTold()
  return (
    <a
      className="tab"
      href={url}
      onClick={(event) => {
        event.preventDefault()
        void callShell('openExternal', { url }).catch(told.failed)
      }}
    >
      {children}
    </a>
  )
}

function ageOf({ birthDate, birthYear }: Person): number | null {
  const now = new Date()
  if (birthDate) {
    const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number)
    const before = now.getMonth() + 1 < month || (now.getMonth() + 1 === month && now.getDate() < day)
    return now.getFullYear() - year - (before ? 1 : 0)
  }
  return birthYear ? now.getFullYear() - birthYear : null
}

function localDay(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
