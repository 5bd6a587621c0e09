import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { RecordHeader } from '../../ui/PageHeader'
import { Caller } from './Caller'
import { PrintSheet } from './PrintSheet'
import { SheetPanel } from './SheetPanel'
import { useRollCall } from './use-roll-call'
import { WorkshopFacts } from './WorkshopFacts'
import './roll-call.css'

interface RollCallProps {
  readonly workshopId: string
  /** Where the scan of the signed sheet is attached; called with how to tie a document to the sheet. */
  readonly attach?: (sign: (documentId: string) => void) => ReactNode
  /** The papers of the workshop, the scan among them: to open, to add. */
  readonly documents?: ReactNode
  /** What was changed, shown when it is asked for: a roll call is many acts. */
  readonly history?: ReactNode
}

/** A whole group called by keyboard on one screen; the sheet and its proof stand at right. */
export function RollCall({ workshopId, attach, documents, history }: RollCallProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useErrorWords()
  const [told, setTold] = useState(false)
  const { call, error, retry } = useRollCall(workshopId)
  if (error && !call) return <ErrorState title={t('attendances.missing')} body={words(error)} onRetry={retry} />
  if (!call) return <div className="roll-waiting" role="status" aria-busy="true" aria-label={t('common.loading')} />
  const { workshop, people } = call
  return (
    <>
      <RecordHeader
        label={t('attendances.crumbs')}
        crumbs={[
          { label: workshop.programmeName, href: `#/programmes/${workshop.programmeId}` },
          { label: workshop.cohortName, href: `#/cohorts/${workshop.cohortId}?tab=attendance` },
          { label: format.day(workshop.heldOn) },
        ]}
        acts={<PrintSheet workshopId={workshopId} />}
      />
      <div className="roll">
        <div className="roll-main">
          {workshop.cancelledOn !== null ? (
            <EmptyState
              title={t('attendances.cancelledTitle')}
              body={t('attendances.cancelledBody', { day: format.day(workshop.cancelledOn) })}
            />
          ) : (
            <Caller call={call} />
          )}
        </div>
        <aside className="record-next roll-beside" aria-label={t('attendances.beside')}>
          <WorkshopFacts workshop={workshop} expected={people.length} />
          {workshop.cancelledOn === null ? (
            <SheetPanel workshopId={workshopId} {...(attach ? { attach } : {})} />
          ) : null}
          {documents}
          {history ? (
            <section>
              <Button size="xs" variant="subtle" aria-expanded={told} onClick={() => setTold(!told)}>
                {t('attendances.history')}
              </Button>
              {told ? history : null}
            </section>
          ) : null}
        </aside>
      </div>
    </>
  )
}
