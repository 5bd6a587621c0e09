import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parsePhone } from '../../../shared/rules/phone'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Banner } from '../../ui/Banner'
import { PersonName } from '../../ui/PersonName'
import { StateDot } from '../../ui/StateDot'
import { joined, spokenName } from './names'
import type { PersonForm } from './person-form'

interface LookAlikesProps {
  readonly form: PersonForm
  /** The record being changed: it looks like itself. */
  readonly excludeId?: string
  /** When the person turns out to be known: their record is taken instead. */
  readonly onTake?: (id: string) => void
}

const shown = 3

/** Whoever the base already knows that looks like the person being typed, and why. */
export function LookAlikes({ form, excludeId, onTake }: LookAlikesProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const [others, setOthers] = useState<readonly string[]>([])
  const [settled] = useDebouncedValue(form, 250)
  const typed = (kind: 'phone' | 'email') => settled.points.filter((point) => point.kind === kind && point.value !== '')
  const phones = typed('phone').flatMap(({ value }) => {
    const read = parsePhone(value)
    return read.ok ? [read.value] : []
  })
  const enough = settled.lastName.trim().length > 1 || phones.length > 0
  const probe = {
    excludeId: excludeId ?? null,
    firstName: settled.firstName,
    lastName: settled.lastName,
    birthDate: settled.birthDate,
    birthYear: /^\d{4}$/u.test(settled.birthYear) ? Number(settled.birthYear) : null,
    phones,
    emails: typed('email').map(({ value }) => value.trim()),
    postcode: settled.address.postcode || null,
  }
  const found = useQuery('people.duplicates', probe, { enabled: enough, keepPrevious: true }).data ?? []
  // on a record that exists, a faint likeness is no news
  const near = found.filter(({ id, level }) => !others.includes(id) && (excludeId === undefined || level !== 'hint'))
  if (!enough || near.length === 0) return null
  return (
    <div className="look-alikes" role="status">
      <Banner tone="warn" icon={IconUsers}>
        {t('people.maybeKnown')}
      </Banner>
      {near.slice(0, shown).map((match) => (
        <section key={match.id} className="look-alike">
          <div className="row">
            <b className="semi cut">
              <PersonName lastName={match.lastName} firstName={match.firstName} />
            </b>
            <span className="end nowrap sm">
              <StateDot tone={match.level === 'hint' ? 'neutral' : 'warn'}>
                {label('duplicateLevel', match.level)}
              </StateDot>
            </span>
          </div>
          <p className="sm t3">{joined([match.birthYear === null ? null : String(match.birthYear), match.city])}</p>
          <ul>
            {match.reasons.map((reason) => (
              <li key={reason}>
                <IconCheck size={14} />
                {label('duplicateReason', reason)}
              </li>
            ))}
          </ul>
          {match.lastReferralOn !== null && match.lastReferralState !== null ? (
            <p className="sm t3">
              {t('people.lastReferral', {
                day: format.day(match.lastReferralOn),
                state: label('referralState', match.lastReferralState).toLocaleLowerCase(),
              })}
            </p>
          ) : null}
          {onTake ? (
            <div className="row wrap">
              <Button size="xs" onClick={() => onTake(match.id)}>
                {t('people.sameOne')}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                aria-label={t('people.anotherThan', { name: spokenName(match) })}
                onClick={() => setOthers([...others, match.id])}
              >
                {t('people.anotherOne')}
              </Button>
            </div>
          ) : (
            <a href={`#/people/${match.id}`}>{t('people.openIt')}</a>
          )}
        </section>
      ))}
    </div>
  )
}
