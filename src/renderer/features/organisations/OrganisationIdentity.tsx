import { IconMail, IconMapPin, IconPhone, IconWorld, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../../shared/features/organisations'
import { formatSiret, isCedex } from '../../../shared/rules/identifiers'
import { formatPhone } from '../../../shared/rules/phone'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { callShell } from '../../shell'
import { useTold } from '../../told'
import { Initials } from '../../ui/Initials'
import { StateDot } from '../../ui/StateDot'

interface ReachProps {
  readonly organisation: Organisation
  readonly onEdit: () => void
}
interface OrganisationIdentityProps extends ReachProps {
  readonly logo: ReactNode
}

/** What an organisation is, and how to reach it. */
export function OrganisationIdentity({ organisation, logo, onEdit }: OrganisationIdentityProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const { name, kind, landlordFamily, siren, siret, note } = organisation
  const numbers: readonly (readonly [string, string | null])[] = [
    [t('organisations.siren'), siren],
    [t('organisations.siret'), siret],
  ]
  return (
    <>
      <div className="organisation-head">
        <Initials name={name} size="lg" />
        <div className="grow">
          <h1 className="organisation-title">{name}</h1>
          <p className="t3 sm">
            {[label('organisationKind', kind), landlordFamily ? label('landlordFamily', landlordFamily) : null]
              .filter(Boolean)
              .join(', ')}
          </p>
        </div>
      </div>
      <div className="organisation-marks">
        {organisation.isOwn ? <StateDot tone="info">{t('organisations.own')}</StateDot> : null}
        {organisation.isKnownLandlord ? <StateDot tone="done">{t('organisations.knownLandlord')}</StateDot> : null}
      </div>
      <ul className="organisation-lines">
        <Reach organisation={organisation} onEdit={onEdit} />
        <Place organisation={organisation} onEdit={onEdit} />
      </ul>
      <section>
        <h2 className="h3">{t('organisations.register')}</h2>
        <dl className="kv">
          {numbers.map(([title, number]) => (
            <div className="kv-pair" key={title}>
              <dt>{title}</dt>
              <dd className="tab">
                {number === null ? <span className="t3">{t('organisations.notSaid')}</span> : formatSiret(number)}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {logo === null ? null : (
        <section>
          <h2 className="h3">{t('logos.title')}</h2>
          {logo}
        </section>
      )}
      {note ? (
        <section>
          <h2 className="h3">{t('organisations.note')}</h2>
          <p>{note}</p>
        </section>
      ) : null}
      <p className="t3 sm organisation-foot">
        {t('organisations.createdOn', { day: format.day(organisation.createdAt) })},{' '}
        {t('organisations.changedOn', { day: format.instant(organisation.updatedAt) })}
      </p>
    </>
  )
}

function Reach({ organisation, onEdit }: ReachProps) {
  const { t } = useTranslation()
  const { contactPoints, website } = organisation
  return (
    <>
      {contactPoints.length === 0 && website === null ? (
        <Line icon={IconPhone}>
          <button type="button" className="organisation-act" onClick={onEdit}>
            {t('organisations.addReach')}
          </button>
        </Line>
      ) : null}
      {contactPoints.map(({ id, kind, value, label }) => (
        <Line key={id} icon={kind === 'phone' ? IconPhone : IconMail}>
          <Outside kind={kind} value={value} />
          {label ? <small>{label}</small> : null}
        </Line>
      ))}
      {website ? (
        <Line icon={IconWorld}>
          <span className="selectable">{website}</span>
        </Line>
      ) : null}
    </>
  )
}

function Place({ organisation, onEdit }: ReachProps) {
  const { t } = useTranslation()
  const { address, addressExtra, postcode, city, communeCode, communeName } = organisation
  const town = [postcode, city ?? communeName].filter(Boolean).join(' ')
  if (address === null && addressExtra === null && town === '') {
    return (
      <Line icon={IconMapPin}>
        <button type="button" className="organisation-act" onClick={onEdit}>
          {t('organisations.addAddress')}
        </button>
      </Line>
    )
  }
  return (
    <Line icon={IconMapPin}>
      {address ? <div>{address}</div> : null}
      {addressExtra ? <div>{addressExtra}</div> : null}
      {town ? <div>{town}</div> : null}
      {communeName !== null && city !== null && isCedex(city) ? (
        <small>{t('forms.inCommune', { name: communeName, code: communeCode ?? '' })}</small>
      ) : null}
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

/** Opens the phone or the mail program, which asks first. */
export function Outside({ kind, value }: { kind: 'phone' | 'email'; value: string }) {
  const told = useTold()
  const url = `${kind === 'phone' ? 'tel' : 'mailto'}:${value}`
  return (
    <a
      className="tab organisation-reach"
      href={url}
      onClick={(event) => {
        event.preventDefault()
        void callShell('openExternal', { url }).catch(told.failed)
      }}
    >
      {kind === 'phone' ? formatPhone(value) : value}
    </a>
  )
}
