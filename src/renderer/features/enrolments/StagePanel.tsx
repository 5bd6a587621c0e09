import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Enrolment } from '../../../shared/features/enrolments'
import { Banner } from '../../ui/Banner'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { useActWords } from './act-words'
import { useMovedMeanwhile } from './moved-meanwhile'
import { StageFields } from './StageFields'
import type { DecidingStage } from './use-stage-decision'

/** What may come next for someone: each way in plain sight, then what it asks. */
export function StagePanel({ enrolment, deciding }: { enrolment: Enrolment; deciding: DecidingStage }) {
  const { t } = useTranslation()
  const act = useActWords()
  const said = useMovedMeanwhile()
  const { decision, conflict } = deciding
  if (enrolment.nextStages.length === 0) return null
  return (
    <section className="enrolment-section" aria-label={t('enrolments.next')}>
      {conflict ? <Banner tone="danger">{said(conflict)}</Banner> : null}
      <ChoiceChips
        single
        label={t('enrolments.next')}
        choices={enrolment.nextStages.map((code) => ({ code, label: act(enrolment.stage, code) }))}
        value={decision ? [decision.to] : []}
        onChange={([to]) => deciding.choose(to ?? null)}
      />
      {decision ? (
        <StageFields
          from={enrolment.stage}
          since={enrolment.stageSince}
          decision={decision}
          missing={deciding.missing}
          dayWrong={deciding.dayWrong}
          ranked
          onChange={deciding.change}
        />
      ) : null}
    </section>
  )
}

/** The buttons of a decision being prepared. */
export function StageActs({ deciding }: { deciding: DecidingStage }) {
  const { t } = useTranslation()
  return (
    <>
      <Button variant="subtle" disabled={deciding.saving} onClick={() => deciding.choose(null)}>
        {t('common.cancel')}
      </Button>
      <Button variant="filled" loading={deciding.saving} onClick={() => void deciding.save()}>
        {t('common.save')}
      </Button>
    </>
  )
}
