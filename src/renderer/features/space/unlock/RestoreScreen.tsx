import { Button } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownSpace } from '../../../../shared/features/space'
import { ask, useQuery } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { useFormat } from '../../../i18n/format'
import { PassphraseField } from '../../../ui/PassphraseField'
import { useBackupWords } from '../backup-words'
import { Frame } from '../Frame'
import { WayChoice } from '../Way'
import { useUnlocking } from './use-unlock'

interface RestoreScreenProps {
  readonly space: KnownSpace
  readonly waitSeconds: number
  readonly onBack: () => void
  /** A backup kept elsewhere; not while a form waits underneath. */
  readonly onOpenElsewhere?: () => void
}

/** The file of the space does not answer: nothing was done to it, and a backup can take its place. */
export function RestoreScreen({ space, waitSeconds, onBack, onOpenElsewhere }: RestoreScreenProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useErrorWords()
  const detailOf = useBackupWords()
  const backups = useQuery('space.backups', {})
  const [path, setPath] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const unlocking = useUnlocking(waitSeconds)
  const { pending, error, wait } = unlocking
  const chosen = path ?? backups.data?.[0]?.path ?? null
  const ready = chosen !== null && passphrase !== '' && wait === 0

  async function restore(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    if (!ready || pending) return
    await unlocking.attempt(() => ask('space.restore', { path: chosen, passphrase }))
  }

  const none = backups.data?.length === 0 || backups.error !== null
  return (
    <form onSubmit={(event) => void restore(event)} noValidate>
      <Frame
        title={t('space.damagedTitle')}
        lead={t('space.damagedLead', { name: space.name })}
        onBack={onBack}
        remaining={wait > 0 ? t('space.waitSeconds', { count: wait }) : null}
        act={
          none ? null : (
            <Button type="submit" variant="filled" disabled={!ready} loading={pending}>
              {t('space.restoreThis')}
            </Button>
          )
        }
      >
        {none ? (
          <p className="frame-lead">{t('space.noBackup')}</p>
        ) : (
          <div className="frame-fields">
            <WayChoice
              label={t('space.whichBackup')}
              name="backup"
              value={chosen}
              onChange={setPath}
              ways={(backups.data ?? [])
                .slice(0, 4)
                .map((backup) => ({ code: backup.path, title: format.instant(backup.at), detail: detailOf(backup) }))}
            />
            <PassphraseField label={t('space.passphrase')} value={passphrase} onChange={setPassphrase} />
            <p className="field-error" role="alert">
              {error ? words(error) : null}
            </p>
          </div>
        )}
        {onOpenElsewhere ? (
          <div className="frame-links">
            <button type="button" className="text-link" onClick={onOpenElsewhere}>
              <IconFolderOpen size={16} />
              {t('space.openBackupElsewhere')}
            </button>
          </div>
        ) : null}
        <p className="path">{space.folder}</p>
      </Frame>
    </form>
  )
}
