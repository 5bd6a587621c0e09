import { Button, Select, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownSpace } from '../../../../shared/features/space'
import { type OutputOf, useCommand } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { showToast } from '../../../ui/toasts'
import { useUnverifiedKit } from '../unverified-kit'
import { ChangePassphrase } from './ChangePassphrase'
import { RenewKit } from './RenewKit'
import { Section } from './Section'

const delays = [1, 2, 5, 10, 15, 20, 30]

interface SecuritySettingsProps {
  readonly space: KnownSpace
  readonly values: OutputOf<'settings.get'>
}

/** What opens the space, and when it closes by itself. */
export function SecuritySettings({ space, values }: SecuritySettingsProps) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'passphrase' | 'kit' | null>(null)
  const unverified = useUnverifiedKit(space.spaceId)
  if (space.demo) {
    return (
      <Section title={t('settings.passphrase')}>
        <p className="t2">{t('settings.demoHasNone')}</p>
      </Section>
    )
  }
  return (
    <>
      <Section title={t('settings.passphrase')} body={t('settings.passphraseBody')}>
        <Button onClick={() => setDialog('passphrase')}>{t('settings.changePassphrase')}</Button>
      </Section>
      <Section title={t('space.kit')} body={t('settings.kitBody')}>
        <Button onClick={() => setDialog('kit')}>{t('settings.renewKit')}</Button>
        {unverified ? <p className="toned tone-warn">{t('space.kitNotice')}</p> : null}
      </Section>
      <LockDelay values={values} />
      <Keychain space={space} />
      <ChangePassphrase opened={dialog === 'passphrase'} names={[space.name]} onClose={() => setDialog(null)} />
      <RenewKit opened={dialog === 'kit'} space={space} onClose={() => setDialog(null)} />
    </>
  )
}

function LockDelay({ values }: Pick<SecuritySettingsProps, 'values'>) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const update = useCommand('settings.update', {
    onError: (error) => showToast({ tone: 'danger', text: words(error) }),
  })
  const minutes = [...new Set([...delays, values.lockAfterMinutes])].toSorted((one, other) => one - other)
  return (
    <Section title={t('settings.lock')} body={t('settings.lockBody')}>
      <Select
        label={t('settings.lockAfter')}
        data={minutes.map((count) => ({ value: String(count), label: t('settings.minutes', { count }) }))}
        value={String(values.lockAfterMinutes)}
        onChange={(value) => update.mutate({ lockAfterMinutes: Number(value ?? values.lockAfterMinutes) })}
      />
    </Section>
  )
}

/** Opening without typing, with a key kept by this session of the computer: a convenience, and said as one. */
function Keychain({ space }: Pick<SecuritySettingsProps, 'space'>) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const set = useCommand('space.setKeychain')
  return (
    <Section title={t('settings.keychain')} body={t('settings.keychainBody')}>
      <Switch
        label={t('settings.keychainOn')}
        checked={space.keychain}
        disabled={set.isPending}
        onChange={(event) => set.mutate({ on: event.currentTarget.checked })}
      />
      <p className="field-error" role="alert">
        {set.error ? words(set.error) : null}
      </p>
    </Section>
  )
}
