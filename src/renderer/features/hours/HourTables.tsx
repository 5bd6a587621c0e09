import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holder, HoursOfMonth } from '../../../shared/features/hours'
import { displayName } from '../../../shared/rules/fold'
import { useAmounts } from '../../i18n/amounts'
import { useFormat } from '../../i18n/format'
import { PersonName } from '../../ui/PersonName'
import { StateDot } from '../../ui/StateDot'

interface TableProps {
  readonly month: HoursOfMonth
}
interface OpeningProps extends TableProps {
  readonly onOpen: (holder: Holder) => void
}

export function CoachHours({ month, onOpen }: OpeningProps) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  return (
    <Table
      meaning={t('hours.rowCoach')}
      heads={[t('hours.coach'), t('hours.sessions'), t('hours.people'), t('hours.individual'), t('hours.statement')]}
    >
      {month.coaches.map((coach) => (
        <tr key={coach.id}>
          <th scope="row">
            <Opener name={coach.name} onOpen={() => onOpen({ kind: 'coach', id: coach.id })}>
              {coach.name}
            </Opener>
          </th>
          <td className="num">{coach.sessions}</td>
          <td className="num">{coach.people}</td>
          <td className="num">{amounts.minutes(coach.minutes)}</td>
          <td>
            <Validated on={coach.validatedOn} />
          </td>
        </tr>
      ))}
      <Total cells={['', '', amounts.minutes(month.totals.individual), '']} />
    </Table>
  )
}

export function PeopleHours({ month, onOpen }: OpeningProps) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  return (
    <Table
      meaning={t('hours.rowPerson')}
      heads={[t('hours.person'), t('hours.individual'), t('hours.group'), t('hours.sum'), t('hours.statement')]}
    >
      {month.people.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            <Opener
              name={displayName(person.lastName, person.firstName)}
              onOpen={() => onOpen({ kind: 'person', id: person.id })}
            >
              <PersonName lastName={person.lastName} firstName={person.firstName} />
            </Opener>
          </th>
          <td className="num">{amounts.minutes(person.individual)}</td>
          <td className="num">{amounts.minutes(person.group)}</td>
          <td className="num">{amounts.minutes(person.individual + person.group)}</td>
          <td>
            <Validated on={person.validatedOn} />
          </td>
        </tr>
      ))}
      <Total cells={[...kinds(month.totals, amounts), '']} />
    </Table>
  )
}

export function WorkshopHours({ month }: TableProps) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  const format = useFormat()
  return (
    <>
      <p className="t2 hours-proven">
        {t('hours.proven', {
          percent: amounts.percent(month.proven),
          part: amounts.minutes(month.proven.numerator),
          whole: amounts.minutes(month.proven.denominator),
        })}
      </p>
      <Table
        meaning={t('hours.rowWorkshop')}
        heads={[t('hours.workshop'), t('hours.day'), t('hours.present'), t('hours.group'), t('hours.sheet')]}
      >
        {month.workshops.map((workshop) => (
          <tr key={workshop.id}>
            <th scope="row">
              <a href={`#/workshops/${workshop.id}`}>{workshop.title}</a>{' '}
              <span className="t3">{workshop.cohortName}</span>
            </th>
            <td className="num">{format.day(workshop.heldOn)}</td>
            <td className="num">{workshop.present}</td>
            <td className="num">{amounts.minutes(workshop.minutes)}</td>
            <td>
              <StateDot tone={workshop.proven ? 'done' : 'warn'}>
                {t(workshop.proven ? 'hours.signed' : 'hours.notSigned')}
              </StateDot>
            </td>
          </tr>
        ))}
        <Total cells={['', '', amounts.minutes(month.totals.group), '']} />
      </Table>
    </>
  )
}

export function FunderHours({ month }: TableProps) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  return (
    <Table
      meaning={t('hours.rowFunder')}
      heads={[t('hours.funder'), t('hours.individual'), t('hours.group'), t('hours.sum')]}
    >
      {month.funders.map((row) => (
        <tr key={row.fundedActionId ?? 'own'}>
          <th scope="row">
            {row.fundedActionId === null ? (
              <span className="t2">{t('hours.ownFunds')}</span>
            ) : (
              <>
                {row.funderName} <span className="t3">{row.actionTitle}</span>
              </>
            )}
          </th>
          {kinds(row, amounts).map((cell, index) => (
            <td key={index} className="num">
              {cell}
            </td>
          ))}
        </tr>
      ))}
      <Total cells={kinds(month.totals, amounts)} />
    </Table>
  )
}

function kinds(
  { individual, group }: { readonly individual: number; readonly group: number },
  amounts: ReturnType<typeof useAmounts>,
): string[] {
  return [individual, group, individual + group].map((minutes) => amounts.minutes(minutes))
}

function Table({ heads, meaning, children }: { heads: readonly string[]; meaning: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <table className="hours-table">
      <caption>{meaning}</caption>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th
              key={head}
              scope="col"
              className={index === 0 || head === t('hours.statement') || head === t('hours.sheet') ? '' : 'num'}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

/** The sum under the rows. */
function Total({ cells }: { cells: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <tr className="hours-total">
      <th scope="row">{t('hours.total')}</th>
      {cells.map((cell, index) => (
        <td key={index} className="num">
          {cell}
        </td>
      ))}
    </tr>
  )
}

function Opener({ name, onOpen, children }: { name: string; onOpen: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <button type="button" className="hours-open" onClick={onOpen} title={t('hours.openStatement', { name })}>
      {children}
    </button>
  )
}

function Validated({ on }: { on: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  return on === null ? (
    <span className="t3">{t('hours.toValidate')}</span>
  ) : (
    <StateDot tone="done">{t('hours.validatedOn', { day: format.shortDay(on) })}</StateDot>
  )
}
