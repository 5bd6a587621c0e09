import { Button, Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownSpace } from '../../../../shared/features/space'
import { useCommand } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { PassphraseField } from '../../../ui/PassphraseField'
import { showToast } from '../../../ui/toasts'
import { KitSheet } from '../kit/KitSheet'
import { KitCheck, KitPrint, StepList, TodoItem } from '../kit/KitTasks'
import { useKitCheck } from '../kit/use-kit-check'
import { rememberUnverifiedKit } from '../unverified-kit'
import '../../../ui/dialogs.css'

interface RenewKitProps {
  readonly opened: boolean
  readonly space: KnownSpace
  readonly onClose: () => void
}

/** A new recovery key; the former one no longer opens anything. */
export function RenewKit({ opened, space, onClose }: RenewKitProps) {
  const { t } = useTranslation()
  const [recoveryKey, setRecoveryKey] = useState<readonly string[] | null>(null)
  const close = () => {
    setRecoveryKey(null)
    onClose()
  }
  const made = recoveryKey !== null
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('settings.renewKit')}
      size={made ? 860 : 480}
      closeOnEscape={!made}
      closeOnClickOutside={!made}
    >
      {recoveryKey === null ? (
        <Confirm
          onClose={close}
          onMade={(groups) => {
            rememberUnverifiedKit(space.spaceId, true)
            setRecoveryKey(groups)
          }}
        />
      ) : (
        <NewKit
          spaceName={space.name}
          recoveryKey={recoveryKey}
          onDone={() => {
            rememberUnverifiedKit(space.spaceId, false)
            showToast({ tone: 'done', text: t('settings.kitRenewed') })
            close()
          }}
        />
      )}
    </Modal>
  )
}

function Confirm({ onClose, onMade }: { onClose: () => void; onMade: (groups: readonly string[]) => void }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [passphrase, setPassphrase] = useState('')
  const renew = useCommand('space.renewRecoveryKey', { onSuccess: ({ groups }) => onMade(groups) })
  return (
    <form
      className="form-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase !== '') renew.mutate({ passphrase })
      }}
    >
      <p className="t2">{t('settings.renewKitBody')}</p>
      <PassphraseField
        label={t('settings.currentPassphrase')}
        value={passphrase}
        onChange={setPassphrase}
        error={renew.error ? words(renew.error) : null}
        focusedAtFirst
      />
      <div className="dialog-acts">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={passphrase === ''} loading={renew.isPending}>
          {t('settings.renewKit')}
        </Button>
      </div>
    </form>
  )
}

interface NewKitProps {
  readonly spaceName: string
  readonly recoveryKey: readonly string[]
  readonly onDone: () => void
}

function NewKit({ spaceName, recoveryKey, onDone }: NewKitProps) {
  const { t } = useTranslation()
  const check = useKitCheck(recoveryKey)
  const [printed, setPrinted] = useState(false)
  const [putAway, setPutAway] = useState(false)
  return (
    <>
      <div className="kit-again">
        <StepList>
          <TodoItem number={1} place={printed || check.ready ? 'done' : 'now'} title={t('space.kitPrint')}>
            <KitPrint spaceName={spaceName} recoveryKey={recoveryKey} onPrinted={() => setPrinted(true)} />
          </TodoItem>
          <TodoItem number={2} place={check.ready ? 'done' : printed ? 'now' : 'ahead'} title={t('space.kitVerify')}>
            <KitCheck check={check} />
          </TodoItem>
          <TodoItem number={3} place={check.ready ? (putAway ? 'done' : 'now') : 'ahead'} title={t('space.kitPutAway')}>
            <Checkbox
              mt={6}
              label={t('space.kitKnown')}
              checked={putAway}
              onChange={(event) => setPutAway(event.currentTarget.checked)}
            />
          </TodoItem>
        </StepList>
        <aside aria-label={t('space.kitPreview')}>
          <KitSheet spaceName={spaceName} recoveryKey={recoveryKey} hidden={check.asked} />
        </aside>
      </div>
      <div className="dialog-acts">
        <p className="frame-remaining" role="status">
          {check.remaining(putAway)}
        </p>
        <Button variant="filled" disabled={!check.ready || !putAway} onClick={onDone}>
          {t('settings.kitDone')}
        </Button>
      </div>
    </>
  )
}
