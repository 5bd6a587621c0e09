import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/errors'
import type { KnownSpace } from '../../../../shared/features/space'
import { ask } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { Frame } from '../Frame'
import { NewPassphrase, noPassphrase } from '../NewPassphrase'
import { emptyGroups, isComplete } from '../recovery-groups'
import { RecoveryKeyField } from '../RecoveryKeyField'
import { useUnlocking } from './use-unlock'

interface RecoveryScreenProps {
  readonly space: KnownSpace
  readonly waitSeconds: number
  readonly onBack: () => void
}

/** In with the recovery key, and out with a new passphrase, in one act. */
export function RecoveryScreen({ space, waitSeconds, onBack }: RecoveryScreenProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [groups, setGroups] = useState<string[]>(emptyGroups)
  const [passphrase, setPassphrase] = useState(noPassphrase)
  const unlocking = useUnlocking(waitSeconds)
  const { pending, error, wait } = unlocking
  const ready = isComplete(groups) && passphrase.ready && wait === 0

  async function open(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    if (!ready || pending) return
    await unlocking.attempt(() =>
      ask('space.unlockWithRecoveryKey', { recoveryKey: groups.join('-'), newPassphrase: passphrase.text }),
    )
  }

  const keyError = error?.code === 'wrongRecoveryKey' ? (isMistyped(error) ? t('space.mistyped') : words(error)) : null
  return (
    <form onSubmit={(event) => void open(event)} noValidate>
      <Frame
        title={t('space.recoveryTitle')}
        lead={t('space.recoveryLead', { name: space.name })}
        onBack={onBack}
        remaining={wait > 0 ? t('space.waitSeconds', { count: wait }) : null}
        act={
          <Button type="submit" variant="filled" disabled={!ready} loading={pending}>
            {t('space.openAndChange')}
          </Button>
        }
      >
        <div className="frame-fields">
          <RecoveryKeyField
            groups={groups}
            onChange={(next) => {
              setGroups(next)
              unlocking.clear()
            }}
            error={keyError}
            focusedAtFirst
          />
          <NewPassphrase value={passphrase} onChange={setPassphrase} easyWords={[space.name, 'palier']} />
          <p className="field-error" role="alert">
            {error !== null && keyError === null ? words(error) : null}
          </p>
        </div>
      </Frame>
    </form>
  )
}

/** The key checks itself: a slip of the hand is told apart from the key of another space. */
export function isMistyped(error: AppError): boolean {
  return error.data['mistyped'] === true
}
