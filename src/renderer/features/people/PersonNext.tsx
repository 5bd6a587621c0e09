import { IconMapPin, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/features/people'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { Banner } from '../../ui/Banner'
import { PersonName } from '../../ui/PersonName'

/** What waits for this person, in the order one would do it. */
export function PersonNext({ person, onOpen }: { person: Person; onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const twins =
    useQuery(
      'people.duplicates',
      {
        excludeId: person.id,
        firstName: person.firstName,
        lastName: person.lastName,
        birthDate: person.birthDate,
        birthYear: person.birthYear,
        phones: person.contactPoints.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
        emails: person.contactPoints.filter(({ kind }) => kind === 'email').map(({ value }) => value),
        postcode: person.postcode,
      },
      { keepPrevious: true },
    ).data?.filter(({ level }) => level !== 'hint') ?? []
  const nothing = person.qpvState !== 'toCheck' && twins.length === 0
  return (
    <div className="stack">
      <h2 className="h3">{t('people.next')}</h2>
      {nothing ? <p className="t3">{t('people.nothingToDo')}</p> : null}
      {person.qpvState === 'toCheck' ? (
        <Banner tone="warn" icon={IconMapPin}>
          {t('people.checkQpv')}
        </Banner>
      ) : null}
      {twins.length > 0 ? (
        <Banner tone="warn" icon={IconUsers}>
          {t('people.maybeSame')}
        </Banner>
      ) : null}
      {twins.slice(0, 3).map((twin) => (
        <a
          key={twin.id}
          href={`#/people/${twin.id}`}
          onClick={(event) => {
            event.preventDefault()
            onOpen(twin.id)
          }}
        >
          <PersonName lastName={twin.lastName} firstName={twin.firstName} />{' '}
          <span className="sm t3">{twin.reasons.map((reason) => label('duplicateReason', reason)).join(', ')}</span>
        </a>
      ))}
    </div>
  )
}
