import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { PassphraseField } from '../../../ui/PassphraseField'
import { showToast } from '../../../ui/toasts'
import { NewPassphrase, noPassphrase } from '../NewPassphrase'
import '../../../ui/dialogs.css'

interface ChangePassphraseProps {
  readonly opened: boolean
  /** Names that a passphrase should not be made of. */
  readonly names: readonly string[]
  readonly onClose: () => void
}

export function ChangePassphrase({ opened, names, onClose }: ChangePassphraseProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={t('settings.changePassphrase')}>
      <Form names={names} onClose={onClose} />
    </Modal>
  )
}

function Form({ names, onClose }: Omit<ChangePassphraseProps, 'opened'>) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState(noPassphrase)
  const change = useCommand('space.changePassphrase', {
    onSuccess: () => {
      showToast({ tone: 'done', text: t('settings.passphraseChanged') })
      onClose()
    },
  })
  const wrong = change.error?.code === 'wrongPassphrase'
  return (
    <form
      className="form-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ current, next: next.text })
      }}
    >
      <PassphraseField
        label={t('settings.currentPassphrase')}
        value={current}
        onChange={setCurrent}
        error={wrong && change.error ? words(change.error) : null}
        focusedAtFirst
      />
      <NewPassphrase value={next} onChange={setNext} easyWords={[...names, 'palier']} suggests />
      <p className="hint">{t('settings.kitStillOpens')}</p>
      <p className="field-error" role="alert">
        {change.error && !wrong ? words(change.error) : null}
      </p>
      <div className="dialog-acts">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={current === '' || !next.ready} loading={change.isPending}>
          {t('settings.changePassphrase')}
        </Button>
      </div>
    </form>
  )
}
