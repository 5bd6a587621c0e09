import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Stairs } from '../../../ui/Steps'
import { rememberUnverifiedKit } from '../unverified-kit'
import { FirstData, type FirstWay } from './FirstData'
import type { MadeSpace, NewSpaceForm } from './form'
import { KitStep } from './KitStep'
import { PassphraseStep } from './PassphraseStep'
import { SpaceStep } from './SpaceStep'

interface FirstRunProps {
  readonly onCancel: () => void
  readonly onDone: (way: FirstWay) => void
}

/** From nothing to a space: what it is, its passphrase, its recovery kit, its first data. */
export function FirstRun({ onCancel, onDone }: FirstRunProps) {
  const [step, setStep] = useState(0)
  const [form, setForm] = useState<NewSpaceForm>({ kind: null, organisationName: '', memberName: '', memberRole: '' })
  const [made, setMade] = useState<MadeSpace | null>(null)
  const [verified, setVerified] = useState(false)
  const stairs = <FirstRunStairs step={step} name={form.organisationName} chosen={made !== null} verified={verified} />

  if (step === 0) {
    return <SpaceStep stairs={stairs} form={form} onChange={setForm} onBack={onCancel} onNext={() => setStep(1)} />
  }
  if (step === 1 || made === null) {
    return (
      <PassphraseStep
        stairs={stairs}
        form={form}
        made={made}
        onBack={made === null ? () => setStep(0) : undefined}
        onNext={(space) => {
          if (made === null) rememberUnverifiedKit(space.spaceId, true)
          setMade(space)
          setStep(2)
        }}
      />
    )
  }
  if (step === 2) {
    return (
      <KitStep
        stairs={stairs}
        spaceName={form.organisationName}
        recoveryKey={made.recoveryKey}
        onBack={() => setStep(1)}
        onNext={() => {
          rememberUnverifiedKit(made.spaceId, false)
          setVerified(true)
          setStep(3)
        }}
      />
    )
  }
  return <FirstData stairs={stairs} onBack={() => setStep(2)} onDone={onDone} />
}

interface FirstRunStairsProps {
  readonly step: number
  readonly name: string
  readonly chosen: boolean
  readonly verified: boolean
}

function FirstRunStairs({ step, name, chosen, verified }: FirstRunStairsProps) {
  const { t } = useTranslation()
  const details = [
    name.trim() || t('space.stepSpaceDetail'),
    chosen ? t('space.stepPassphraseDone') : t('space.stepPassphraseDetail'),
    verified ? t('space.stepKitDone') : t('space.stepKitDetail'),
    t('space.stepDataDetail'),
  ]
  const titles = [t('space.stepSpace'), t('space.stepPassphrase'), t('space.stepKit'), t('space.stepData')]
  const steps = titles.map((title, index) => ({
    title,
    detail: index === step ? t('space.stepOf', { step: index + 1, of: titles.length }) : (details[index] ?? ''),
  }))
  return <Stairs label={t('space.steps')} steps={steps} current={step} />
}
