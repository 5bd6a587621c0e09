import { Button } from '@mantine/core'
import { IconArrowRight, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Enrolment } from '../../../shared/features/enrolments'
import type { EnrolmentStage } from '../../../shared/rules/enrolment-stages'
import { ask, useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import { PersonName } from '../../ui/PersonName'
import { WaitingDrawer } from '../../ui/WaitingDrawer'
import { DecisionMessage } from './DecisionMessage'
import { EnrolmentFacts } from './EnrolmentFacts'
import { EnrolmentNote } from './EnrolmentNote'
import { EnrolmentPath } from './EnrolmentPath'
import { spokenName } from './names'
import { StageDot } from './StageDot'
import { StageActs, StagePanel } from './StagePanel'
import { useStageDecision } from './use-stage-decision'
import { WaitingRank } from './WaitingRank'

interface EnrolmentDrawerProps {
  readonly id: string
  /** A decision to prepare. */
  readonly step: EnrolmentStage | null
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
  /** What was written of it, from its own feature. */
  readonly history?: ((id: string) => ReactNode) | undefined
}

/** Someone in a cohort, beside the board: where they stand, what may come next, and the word they are owed. */
export function EnrolmentDrawer(props: EnrolmentDrawerProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery('enrolments.get', { id: props.id }, { keepPrevious: true })
  const enrolment = data?.id === props.id ? data : undefined
  if (enrolment) return <Opened {...props} enrolment={enrolment} key={`${props.id} ${props.step ?? ''}`} />
  return (
    <WaitingDrawer
      label={t('enrolments.one')}
      failed={t('enrolments.oneFailed')}
      error={error}
      onRetry={refetch}
      onClose={props.onClose}
    />
  )
}

function Opened(props: EnrolmentDrawerProps & { readonly enrolment: Enrolment }) {
  const { enrolment, step, onClose } = props
  const { t } = useTranslation()
  const format = useFormat()
  const deciding = useStageDecision(enrolment, step)
  return (
    <Drawer
      label={t('enrolments.of', { name: spokenName(enrolment) })}
      over={enrolment.cohortName}
      title={<PersonName lastName={enrolment.lastName} firstName={enrolment.firstName} />}
      under={
        <>
          <StageDot stage={enrolment.stage} />
          <span className="t3">{t('enrolments.since', { day: format.day(enrolment.stageSince) })}</span>
        </>
      }
      onClose={onClose}
      onPrevious={props.onPrevious}
      onNext={props.onNext}
      footer={
        deciding.decision ? (
          <StageActs deciding={deciding} />
        ) : (
          <>
            <ToTrash enrolment={enrolment} onGone={onClose} />
            <Button
              component="a"
              href={`#/people/${enrolment.personId}`}
              variant="subtle"
              rightSection={<IconArrowRight size={15} />}
            >
              {t('enrolments.openPerson')}
            </Button>
          </>
        )
      }
    >
      <EnrolmentFacts enrolment={enrolment} />
      {enrolment.rank === null ? null : (
        <section className="enrolment-section" aria-label={t('enrolments.waitingList')}>
          <h3 className="h3">{t('enrolments.waitingList')}</h3>
          <WaitingRank row={enrolment} />
        </section>
      )}
      <StagePanel enrolment={enrolment} deciding={deciding} />
      {deciding.decision ? null : <DecisionMessage enrolment={enrolment} />}
      <section className="enrolment-section enrolment-path" aria-label={t('enrolments.path')}>
        <h3 className="h3">{t('enrolments.path')}</h3>
        <EnrolmentPath moves={enrolment.moves} />
      </section>
      <EnrolmentNote enrolment={enrolment} key={enrolment.id} />
      {props.history ? <div className="enrolment-section">{props.history(enrolment.id)}</div> : null}
    </Drawer>
  )
}

/** Out of the cohort altogether, for one who was added by mistake; it can be undone at once. */
function ToTrash({ enrolment, onGone }: { enrolment: Enrolment; onGone: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  async function trash(): Promise<void> {
    try {
      await ask('enrolments.trash', { id: enrolment.id })
      told.done(t('enrolments.trashed', { name: spokenName(enrolment) }))
      onGone()
    } catch (problem) {
      told.failed(problem)
    }
  }
  return (
    <Button variant="subtle" color="gray" leftSection={<IconTrash size={15} />} onClick={() => void trash()}>
      {t('enrolments.trash')}
    </Button>
  )
}
