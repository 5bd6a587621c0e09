import { Button, Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Frame } from '../Frame'
import { KitSheet } from '../kit/KitSheet'
import { KitCheck, KitPrint, StepList, TodoItem } from '../kit/KitTasks'
import { useKitCheck } from '../kit/use-kit-check'

interface KitStepProps {
  readonly stairs: ReactNode
  readonly spaceName: string
  readonly recoveryKey: readonly string[]
  readonly onBack: () => void
  readonly onNext: () => void
}

/** The recovery kit: printed, checked against the paper, put away. */
export function KitStep({ stairs, spaceName, recoveryKey, onBack, onNext }: KitStepProps) {
  const { t } = useTranslation()
  const check = useKitCheck(recoveryKey)
  const [printed, setPrinted] = useState(false)
  const [putAway, setPutAway] = useState(false)
  const now = !printed && !check.ready ? 0 : check.ready ? 2 : 1
  return (
    <Frame
      title={t('space.kitTitle')}
      lead={t('space.kitLead')}
      steps={stairs}
      onBack={onBack}
      aside={<KitPreview spaceName={spaceName} recoveryKey={recoveryKey} hidden={check.asked} />}
      asideLabel={t('space.kitPreview')}
      remaining={check.remaining(putAway)}
      act={
        <Button variant="filled" disabled={!check.ready || !putAway} onClick={onNext}>
          {t('space.continue')}
        </Button>
      }
    >
      <StepList>
        <TodoItem number={1} place={printed || check.ready ? 'done' : 'now'} title={t('space.kitPrint')}>
          <KitPrint spaceName={spaceName} recoveryKey={recoveryKey} onPrinted={() => setPrinted(true)} />
        </TodoItem>
        <TodoItem number={2} place={check.ready ? 'done' : now === 1 ? 'now' : 'ahead'} title={t('space.kitVerify')}>
          <KitCheck check={check} />
        </TodoItem>
        <TodoItem number={3} place={now === 2 ? (putAway ? 'done' : 'now') : 'ahead'} title={t('space.kitPutAway')}>
          <p>{t('space.kitPutAwayBody')}</p>
          <Checkbox
            mt={10}
            label={t('space.kitKnown')}
            checked={putAway}
            onChange={(event) => setPutAway(event.currentTarget.checked)}
          />
        </TodoItem>
      </StepList>
    </Frame>
  )
}

function KitPreview({
  spaceName,
  recoveryKey,
  hidden,
}: {
  spaceName: string
  recoveryKey: readonly string[]
  hidden: readonly number[]
}) {
  const { t } = useTranslation()
  const [first = 0, second = 0] = hidden
  return (
    <>
      <KitSheet spaceName={spaceName} recoveryKey={recoveryKey} hidden={hidden} />
      <p className="sheet-caption">{t('space.kitHidden', { first: first + 1, second: second + 1 })}</p>
    </>
  )
}
