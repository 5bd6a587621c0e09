import { IconHome, IconMail, IconMapPin, IconPhone, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/features/people'
import { localDay } from '../../../shared/rules/days'
import { formatPhone } from '../../../shared/rules/phone'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { callShell } from '../../shell'
import { useTold } from '../../told'
import { Initials } from '../../ui/Initials'
import { PersonName } from '../../ui/PersonName'
import { StateDot, Tag } from '../../ui/StateDot'
import { joined, spokenName } from './names'
import type { PersonPart } from './PersonEditor'

interface PersonIdentityProps {
  readonly person: Person
  readonly onEdit: (part: PersonPart) => void
  readonly followedBy?: ReactNode
  readonly agreements: ReactNode
}

/** Who someone is and how to reach them; each part opens to be changed. */
export function PersonIdentity({ person, onEdit, followedBy, agreements }: PersonIdentityProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const said: readonly (readonly [string, string | null])[] = [
    [t('people.field.status'), person.status && label('personStatus', person.status)],
    [t('people.field.education'), person.education && label('educationLevel', person.education)],
    [t('people.field.projectStage'), person.projectStage && label('projectStage', person.projectStage)],
  ]
  return (
    <>
      <div className="person-head">
        <Initials name={spokenName(person)} size="lg" />
        <div className="grow">
          <h1 className="person-title">
            <PersonName lastName={person.lastName} firstName={person.firstName} />
          </h1>
          <p className="t3 sm">{useBirthWords()(person)}</p>
          {person.birthName ? <p className="t3 sm">{t('people.bornAs', { name: person.birthName })}</p> : null}
        </div>
      </div>
      {person.tags.length > 0 ? (
        <div className="row wrap person-tags">
          {person.tags.map((tag) => (
            <Tag key={tag.id}>{tag.name}</Tag>
          ))}
        </div>
      ) : null}
      {person.project ? <p className="person-project">{person.project}</p> : null}
      <ul className="person-lines">
        <Contacts person={person} onEdit={() => onEdit('contact')} />
        <Home person={person} onEdit={() => onEdit('home')} />
        <Neighbourhood person={person} onEdit={() => onEdit('home')} />
      </ul>
      {followedBy}
      <Part title={t('people.profile')} onEdit={() => onEdit('situation')}>
        <dl className="kv">
          {said.map(([name, value]) => (
            <div className="kv-pair" key={name}>
              <dt>{name}</dt>
              <dd>{value ?? <span className="t3">{t('people.notSaid')}</span>}</dd>
            </div>
          ))}
        </dl>
      </Part>
      {agreements}
      {person.note ? (
        <Part title={t('people.field.note')} onEdit={() => onEdit('situation')}>
          <p>{person.note}</p>
        </Part>
      ) : null}
      <p className="t3 sm person-foot">
        {t('people.createdOn', { day: format.day(person.createdAt) })},{' '}
        {t('people.changedOn', { day: format.instant(person.updatedAt) })}
      </p>
    </>
  )
}

function Contacts({ person, onEdit }: { person: Person; onEdit: () => void }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const { contactPoints, contactPreference, bestTimes, languageHelp } = person
  const wishes = joined([
    contactPreference === null ? null : label('contactPreference', contactPreference),
    ...bestTimes.map((time) => label('bestTime', time).toLocaleLowerCase()),
    languageHelp ? t('people.field.languageHelp').toLocaleLowerCase() : null,
  ])
  return (
    <>
      {contactPoints.length === 0 ? (
        <Line icon={IconPhone}>
          <button type="button" className="text-act" onClick={onEdit}>
            {t('people.addContact')}
          </button>
        </Line>
      ) : null}
      {contactPoints.map((point, index) => (
        <Line key={point.id} icon={point.kind === 'phone' ? IconPhone : IconMail}>
          <Outside url={`${point.kind === 'phone' ? 'tel' : 'mailto'}:${point.value}`}>
            {point.kind === 'phone' ? formatPhone(point.value) : point.value}
          </Outside>
          {point.label ? <small>{point.label}</small> : null}
          {index === 0 && wishes !== '' ? <small>{wishes}</small> : null}
        </Line>
      ))}
    </>
  )
}

function Home({ person, onEdit }: { person: Person; onEdit: () => void }) {
  const { t } = useTranslation()
  const town = [person.postcode, person.city ?? person.communeName].filter(Boolean).join(' ')
  const residence = person.residenceName
    ? `${person.residenceName}${person.residenceCode ? ` (${person.residenceCode})` : ''}`
    : null
  const known = person.address !== null || town !== '' || person.landlordName !== null
  return (
    <Line icon={IconHome}>
      {known ? (
        <>
          {person.address ? <div>{joined([person.address, person.addressExtra])}</div> : null}
          {town ? <div>{town}</div> : null}
          <small>{joined([residence, person.landlordName]) || t('people.noLandlord')}</small>
          {town !== '' && person.communeCode === null ? (
            <small className="tone-warn">
              <span className="toned">{t('people.communeToCheck')}</span>
            </small>
          ) : null}
        </>
      ) : (
        <button type="button" className="text-act" onClick={onEdit}>
          {t('people.addAddress')}
        </button>
      )}
    </Line>
  )
}

/** In, out, or to check; never more certain than what was established. */
function Neighbourhood({ person, onEdit }: { person: Person; onEdit: () => void }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const established =
    person.qpvHow !== null && person.qpvOn !== null
      ? t(person.qpvEdition === null ? 'people.qpvOn' : 'people.qpvBy', {
          how: label('qpvHow', person.qpvHow),
          day: format.day(person.qpvOn),
          edition: person.qpvEdition ?? '',
        })
      : null
  return (
    <Line icon={IconMapPin}>
      {person.qpvState === 'in' ? (
        <div>
          {t('people.inQpv', { name: person.qpvName ?? '' }).trim()} <span className="t3 tab">{person.qpvCode}</span>
        </div>
      ) : person.qpvState === 'out' ? (
        <div>{label('qpvState', 'out')}</div>
      ) : (
        <button type="button" className="text-act" onClick={onEdit}>
          <StateDot tone="warn">{t('people.qpvToCheck')}</StateDot>
        </button>
      )}
      {established === null ? null : <small>{joined([established, person.qpvBy])}</small>}
      {person.ruralityClass ? <small>{label('ruralityClass', person.ruralityClass)}</small> : null}
    </Line>
  )
}

function Line({ icon: Icon, children }: { icon: TablerIcon; children: ReactNode }) {
  return (
    <li>
      <Icon size={16} />
      <div className="grow">{children}</div>
    </li>
  )
}

function Part({ title, onEdit, children }: { title: string; onEdit: () => void; children: ReactNode }) {
  return (
    <section>
      <div className="row">
        <h2 className="h3">{title}</h2>
        <EditPart name={title} onClick={onEdit} />
      </div>
      {children}
    </section>
  )
}

function EditPart({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <button type="button" className="text-act end" aria-label={t('people.editPart', { part: name })} onClick={onClick}>
      {t('lists.edit')}
    </button>
  )
}

/** Opens the phone or the mail program, which asks first. */
function Outside({ url, children }: { url: string; children: string }) {
  const told = useTold()
  return (
    <a
      className="tab person-reach"
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

/** « 31 ans, naissance le 08/04/1995 »; of a year alone the age is not certain, and says so. */
function useBirthWords(): (person: Person) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ birthDate, birthYear }) => {
    const today = localDay(new Date().toISOString())
    if (birthDate !== null) {
      const before = today.slice(5) < birthDate.slice(5) ? 1 : 0
      const count = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - before
      return joined([t('people.age', { count }), t('people.bornOn', { day: format.day(birthDate) })])
    }
    if (birthYear === null) return ''
    const count = Number(today.slice(0, 4)) - birthYear
    return joined([t('people.ageThisYear', { count }), t('people.born', { year: birthYear })])
  }
}
