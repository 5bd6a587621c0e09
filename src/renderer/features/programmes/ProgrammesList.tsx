import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeRow } from '../../../shared/features/programmes'
import { fold } from '../../../shared/rules/fold'
import { periodState } from '../../../shared/rules/programmes'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { today } from '../../today'
import { EmptyState, NothingFound } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { PageHeader } from '../../ui/PageHeader'
import { StateDot } from '../../ui/StateDot'
import { CohortTable } from './CohortTable'
import { periodTones } from './period-tones'
import { ProgrammeDrawer } from './ProgrammeDrawer'
import { usePeriodSaid } from './use-period-said'
import './programmes.css'

const searchedFrom = 6 // programmes: fewer are seen at a glance

/** Every programme with its cohorts: what runs first, then what comes, then what is over. */
export function ProgrammesList({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [text, setText] = useState('')
  const [creating, setCreating] = useState(false)
  const { data, error, refetch } = useQuery('programmes.list', {}, { keepPrevious: true })
  const found = data?.filter((programme) => mentions(programme, text))
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('programmes.create')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('programmes.title')}
        detail={data && data.length > 0 ? t('programmes.count', { count: data.length }) : undefined}
        acts={data && data.length > 0 ? create : null}
      />
      {error && !data ? (
        <ErrorState title={t('programmes.listFailed')} body={words(error)} onRetry={() => void refetch()} />
      ) : null}
      {data === undefined && !error ? <Waiting /> : null}
      {data?.length === 0 ? (
        <EmptyState title={t('programmes.emptyTitle')} body={t('programmes.emptyBody')} acts={create} />
      ) : null}
      {data && data.length > 0 ? (
        <div className="programmes-page">
          {data.length >= searchedFrom ? (
            <TextInput
              className="programmes-search"
              aria-label={t('programmes.search')}
              placeholder={t('programmes.search')}
              leftSection={<IconSearch size={15} />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          ) : null}
          {found?.map((programme) => (
            <OneProgramme key={programme.id} programme={programme} />
          ))}
          {found?.length === 0 ? (
            <NothingFound
              title={t('programmes.nothing')}
              body={t('programmes.nothingBody')}
              acts={<Button onClick={() => setText('')}>{t('programmes.showAll')}</Button>}
            />
          ) : null}
        </div>
      ) : null}
      {creating ? <ProgrammeDrawer programme={null} onClose={() => setCreating(false)} onSaved={onOpen} /> : null}
    </>
  )
}

function OneProgramme({ programme }: { programme: ProgrammeRow }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const periodSaid = usePeriodSaid()
  const { id, name, kind, funders, cohorts } = programme
  const state = periodState(programme, today())
  return (
    <section className="programme-block" aria-label={name}>
      <div className="row wrap">
        <h2 className="h2">
          <a className="programme-name" href={`#/programmes/${id}`}>
            {name}
          </a>
        </h2>
        <StateDot tone={periodTones[state]} hollow={state === 'over'}>
          {label('periodState', state)}
        </StateDot>
        <span className="end t3 tab sm">{periodSaid(programme)}</span>
      </div>
      <p className="t3 sm">
        {label('programmeKind', kind)}
        {funders.length > 0 ? `, ${t('programmes.fundedBy', { names: format.list(funders) })}` : null}
      </p>
      {cohorts.length === 0 ? (
        <p className="t2 programme-none">
          {t('programmes.noCohort')} <a href={`#/programmes/${id}`}>{t('programmes.addFirstCohort')}</a>
        </p>
      ) : (
        <CohortTable cohorts={cohorts} label={t('programmes.cohortsOf', { name })} />
      )}
    </section>
  )
}

/** Rows drawn empty, while they are read. */
function Waiting() {
  const { t } = useTranslation()
  return (
    <div className="programmes-page" role="status" aria-busy="true" aria-label={t('common.loading')}>
      {[1, 2, 3].map((block) => (
        <div className="programme-block" key={block}>
          <div className="bar" />
          <div className="bar" />
        </div>
      ))}
    </div>
  )
}

function mentions({ name, funders, cohorts }: ProgrammeRow, text: string): boolean {
  const said = [name, ...funders, ...cohorts.map((cohort) => cohort.name)]
  return fold(said.join(' ')).includes(fold(text))
}
