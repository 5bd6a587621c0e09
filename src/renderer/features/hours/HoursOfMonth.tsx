import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holder, HoursOfMonth as Month } from '../../../shared/features/hours'
import { monthOf } from '../../../shared/rules/hours'
import { useQuery } from '../../api'
import { useAmounts } from '../../i18n/amounts'
import { today } from '../../today'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { PageHeader } from '../../ui/PageHeader'
import { ViewTabs } from '../../ui/ViewTabs'
import { CoachHours, FunderHours, PeopleHours, WorkshopHours } from './HourTables'
import { monthFrom } from './months'
import { StatementDrawer } from './StatementDrawer'
import './hours.css'

const tabs = ['coaches', 'people', 'workshops', 'funders'] as const
type Tab = (typeof tabs)[number]

interface HoursOfMonthProps {
  /** The month shown first; the current one when it is not said. */
  readonly first?: string
  /** Whose statement is open first. */
  readonly holder: Holder | null
}

/** The hours of a month: whose, where, and who pays for them; each statement opens beside. */
export function HoursOfMonth({ first, holder }: HoursOfMonthProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [month, setMonth] = useState(() => first ?? monthOf(today()))
  const [tab, setTab] = useState<Tab>('coaches')
  const [opened, setOpened] = useState(holder)
  const { data, error, refetch } = useQuery('hours.ofMonth', { month }, { keepPrevious: true })
  const empty = data && data.totals.individual + data.totals.group === 0
  return (
    <>
      <PageHeader
        title={t('hours.title')}
        {...(data ? { detail: <Totals month={data} /> } : {})}
        acts={<MonthPicker month={month} onChange={setMonth} />}
      />
      <ViewTabs
        label={t('hours.tabs')}
        tabs={tabs.map((id) => ({ id, name: t(`hours.tab.${id}`), ...(data ? { count: countOf(data, id) } : {}) }))}
        current={tab}
        onSelect={(id) => setTab(tabs.find((one) => one === id) ?? 'coaches')}
      />
      <div className="hours-page" role="tabpanel" aria-label={t(`hours.tab.${tab}`)}>
        {error && !data ? (
          <ErrorState title={t('hours.missing')} body={words(error)} onRetry={() => void refetch()} />
        ) : null}
        {!data && !error ? <div role="status" aria-busy="true" aria-label={t('common.loading')} /> : null}
        {empty ? <EmptyState title={t('hours.emptyTitle')} body={t('hours.emptyBody')} /> : null}
        {data && !empty ? (
          <>
            {tab === 'coaches' ? <CoachHours month={data} onOpen={setOpened} /> : null}
            {tab === 'people' ? <PeopleHours month={data} onOpen={setOpened} /> : null}
            {tab === 'workshops' ? <WorkshopHours month={data} /> : null}
            {tab === 'funders' ? <FunderHours month={data} /> : null}
          </>
        ) : null}
        {opened ? (
          <StatementDrawer
            key={`${opened.kind} ${opened.id} ${month}`}
            month={month}
            holder={opened}
            onClose={() => setOpened(null)}
          />
        ) : null}
      </div>
    </>
  )
}

/** D1 and what it is divided by. */
function Totals({ month }: { month: Month }) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  const { individual, group } = month.totals
  return t('hours.totals', {
    individual: amounts.minutes(individual),
    group: amounts.minutes(group),
    count: month.peopleCount,
  })
}

function MonthPicker({ month, onChange }: { month: string; onChange: (month: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = monthOf(today())
  return (
    <div className="row hours-month" role="group" aria-label={t('hours.month')}>
      <ActionIcon aria-label={t('hours.previousMonth')} onClick={() => onChange(monthFrom(month, -1))}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <b className="med tab" aria-live="polite">
        {format.month(`${month}-01`)}
      </b>
      <ActionIcon
        aria-label={t('hours.nextMonth')}
        disabled={month >= now}
        onClick={() => onChange(monthFrom(month, 1))}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </div>
  )
}

function countOf(month: Month, tab: Tab): number {
  return tab === 'funders'
    ? month.funders.filter(({ fundedActionId }) => fundedActionId !== null).length
    : month[tab].length
}
