import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownSpace } from '../../../../shared/features/space'
import { ask } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { PassphraseField } from '../../../ui/PassphraseField'
import { isDamage } from './condition'
import { useUnlocking } from './use-unlock'

interface UnlockFormProps {
  readonly space: KnownSpace
  readonly waitSeconds: number
  /** The file does not answer: a restore is to be offered. */
  readonly onDamaged: () => void
}

/**
 * The passphrase, and where this computer keeps a key of its own, one button instead. While the keychain asks its own
 * question, perhaps behind the window, the passphrase still opens.
 */
export function UnlockForm({ space, waitSeconds, onDamaged }: UnlockFormProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [passphrase, setPassphrase] = useState('')
  const unlocking = useUnlocking(waitSeconds)
  const { pending, wait } = unlocking
  const keychain = useUnlocking(0)
  const error = unlocking.error ?? keychain.error

  async function unlock(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    if (passphrase === '' || wait > 0 || pending) return
    keychain.clear()
    const opened = await unlocking.attempt(() => ask('space.unlock', { passphrase }).catch(noticeDamage))
    if (!opened) setPassphrase('')
  }

  function noticeDamage(problem: unknown): never {
    if (isDamage(problem)) onDamaged()
    throw problem
  }

  return (
    <form className="unlock-form" onSubmit={(event) => void unlock(event)} noValidate>
      <PassphraseField
        label={t('space.passphrase')}
        value={passphrase}
        onChange={(text) => {
          setPassphrase(text)
          if (text === '') return
          unlocking.clear()
          keychain.clear()
        }}
        focusedAtFirst
      />
      <p className="field-error" role="alert">
        {error ? words(error) : null}
      </p>
      <Button type="submit" variant="filled" size="lg" fullWidth loading={pending} disabled={wait > 0}>
        {wait > 0 ? t('space.waitSeconds', { count: wait }) : t('space.unlock')}
      </Button>
      {space.keychain ? (
        <Button
          size="lg"
          fullWidth
          disabled={pending}
          loading={keychain.pending}
          onClick={() => void keychain.attempt(() => ask('space.unlockWithKeychain', {}).catch(noticeDamage))}
        >
          {t('space.unlockWithKeychain')}
        </Button>
      ) : null}
    </form>
  )
}
