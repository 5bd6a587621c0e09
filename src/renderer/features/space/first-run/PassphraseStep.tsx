import { Button } from '@mantine/core'
import { IconAlertTriangle, IconKey, IconListDetails, IconRefresh } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { usePreferences } from '../../../theme/preferences'
import { Frame } from '../Frame'
import { NewPassphrase, type NewPassphraseValue, noPassphrase } from '../NewPassphrase'
import type { MadeSpace, NewSpaceForm } from './form'

interface PassphraseStepProps {
  readonly stairs: ReactNode
  readonly form: NewSpaceForm
  /** The space, when one comes back to this step. */
  readonly made: MadeSpace | null
  readonly onBack: (() => void) | undefined
  readonly onNext: (made: MadeSpace) => void
}

/** The passphrase; its end is the moment when the space is made. */
export function PassphraseStep({ stairs, form, made, onBack, onNext }: PassphraseStepProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { language } = usePreferences()
  const [passphrase, setPassphrase] = useState<NewPassphraseValue>(noPassphrase)
  const create = useCommand('space.create')
  const change = useCommand('space.changePassphrase')
  const pending = create.isPending || change.isPending
  const error = create.error ?? change.error
  const kept = made !== null && passphrase.text === ''

  async function next(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    if (kept) return onNext(made)
    if (!passphrase.ready || form.kind === null) return
    if (made === null) {
      const { kind, ...names } = form
      const { space, recoveryKey } = await create.mutateAsync({
        ...names,
        kind,
        locale: language,
        passphrase: passphrase.text,
        folder: null,
      })
      onNext({ spaceId: space.spaceId, passphrase: passphrase.text, recoveryKey: recoveryKey.groups })
    } else {
      await change.mutateAsync({ current: made.passphrase, next: passphrase.text })
      onNext({ ...made, passphrase: passphrase.text })
    }
  }

  return (
    <form onSubmit={(event) => void next(event).catch(() => undefined)} noValidate>
      <Frame
        title={made === null ? t('space.passphraseTitle') : t('space.passphraseChosenTitle')}
        lead={made === null ? t('space.passphraseLead') : t('space.passphraseChosenLead')}
        steps={stairs}
        onBack={pending ? undefined : onBack}
        aside={<WhatAPassphraseIs />}
        asideLabel={t('space.toKnow')}
        remaining={pending ? t('space.creating') : null}
        act={
          <Button type="submit" variant="filled" disabled={!kept && !passphrase.ready} loading={pending}>
            {made === null ? t('space.create') : kept ? t('space.keepPassphrase') : t('space.changePassphrase')}
          </Button>
        }
      >
        <div className="frame-fields">
          <NewPassphrase
            value={passphrase}
            onChange={setPassphrase}
            easyWords={[form.organisationName, form.memberName, 'palier']}
            suggests
            focusedAtFirst
          />
          <p className="field-error" role="alert">
            {error ? words(error) : null}
          </p>
        </div>
      </Frame>
    </form>
  )
}

function WhatAPassphraseIs() {
  const { t } = useTranslation()
  return (
    <ul className="facts">
      <li>
        <IconListDetails size={17} />
        <div>
          <b>{t('space.wordsBetter')}</b>
          <p>{t('space.wordsBetterBody')}</p>
        </div>
      </li>
      <li>
        <IconKey size={17} />
        <div>
          <b>{t('space.nobodyElse')}</b>
          <p>{t('space.nobodyElseBody')}</p>
        </div>
      </li>
      <li>
        <IconAlertTriangle size={17} />
        <div>
          <b>{t('space.bothLost')}</b>
          <p>{t('space.bothLostBody')}</p>
        </div>
      </li>
      <li>
        <IconRefresh size={17} />
        <div>
          <b>{t('space.changeable')}</b>
          <p>{t('space.changeableBody')}</p>
        </div>
      </li>
    </ul>
  )
}
