import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../api'
import { ExportRuns } from '../features/exports/ExportRuns'
import { ImportRuns } from '../features/imports/ImportRuns'
import { UnfinishedImports } from '../features/imports/UnfinishedImports'
import { useErrorWords } from '../i18n/error-words'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageHeader } from '../ui/PageHeader'
import { PartnerFile } from './PartnerFile'
import './exchanges.css'

/** What came in and what went out, by whom and for whom. */
export function ExchangesPage() {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { history } = useRouter()
  const runs = useQuery('imports.runs', {})
  const sent = useQuery('exports.runs', {})
  const error = runs.error ?? sent.error
  const nothing = runs.data?.length === 0 && sent.data?.length === 0
  const acts = (
    <>
      <PartnerFile />
      <Button variant="filled" leftSection={<IconUpload size={16} />} onClick={() => history.push('/import')}>
        {t('imports.importFile')}
      </Button>
    </>
  )

  if (error && !(runs.data && sent.data)) {
    return (
      <ErrorState
        title={t('imports.failed')}
        body={words(error)}
        onRetry={() => void Promise.all([runs.refetch(), sent.refetch()])}
      />
    )
  }
  return (
    <>
      <PageHeader title={t('imports.exchanges')} acts={nothing ? undefined : acts} />
      <div className="exchanges-unfinished">
        <UnfinishedImports onResume={(id) => history.push(`/import/${id}`)} />
      </div>
      {nothing ? (
        <EmptyState title={t('imports.runsEmpty')} body={t('imports.runsEmptyBody')} acts={acts} />
      ) : (
        <div className="exchanges">
          {runs.data?.length === 0 ? null : (
            <section>
              <h2 className="h2">{t('imports.runs')}</h2>
              <ImportRuns runs={runs.data ?? null} />
            </section>
          )}
          {sent.data?.length === 0 ? null : (
            <section>
              <h2 className="h2">{t('files.runs')}</h2>
              <ExportRuns runs={sent.data ?? null} />
            </section>
          )}
        </div>
      )}
    </>
  )
}
