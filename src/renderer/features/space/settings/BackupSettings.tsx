import { Button } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, KnownSpace } from '../../../../shared/features/space'
import { queryClient, useCommand, useQuery } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { useFormat } from '../../../i18n/format'
import { ErrorState } from '../../../ui/ErrorState'
import { showToast } from '../../../ui/toasts'
import { useBackupWords } from '../backup-words'
import { PutBack, Restore } from './Restore'
import { Section } from './Section'

/** The backups of this space, what a restore would change, and the files that restores replaced. */
export function BackupSettings({ space }: { space: KnownSpace }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const backups = useQuery('space.backups', {})
  const replaced = useQuery('space.replaced', {})
  const [restoring, setRestoring] = useState<Backup | null>(null)
  const [puttingBack, setPuttingBack] = useState<Backup | null>(null)
  const backUp = useCommand('space.backUpNow', {
    onSuccess: () => {
      showToast({ tone: 'done', text: t('settings.backedUp') })
      void queryClient.invalidateQueries({ queryKey: ['space', 'backups'] })
    },
    onError: (error) => showToast({ tone: 'danger', text: words(error) }),
  })
  if (space.demo) {
    return (
      <Section title={t('settings.backups')}>
        <p className="t2">{t('settings.demoNoBackup')}</p>
      </Section>
    )
  }
  return (
    <>
      <Section title={t('settings.backups')} body={t('settings.backupsBody')}>
        <Button
          leftSection={<IconDeviceFloppy size={15} />}
          loading={backUp.isPending}
          onClick={() => backUp.mutate({})}
        >
          {t('settings.backUpNow')}
        </Button>
        {backups.error ? (
          <ErrorState
            title={t('settings.backupsFailed')}
            body={words(backups.error)}
            onRetry={() => void backups.refetch()}
          />
        ) : backups.data?.length === 0 ? (
          <p className="t2">{t('settings.noBackup')}</p>
        ) : (
          <BackupTable
            backups={backups.data ?? null}
            act={t('settings.restore')}
            named={t('settings.restoreOf')}
            onAct={setRestoring}
          />
        )}
      </Section>
      {(replaced.data ?? []).length > 0 ? (
        <Section title={t('settings.replaced')} body={t('settings.replacedBody')}>
          <BackupTable
            backups={replaced.data ?? null}
            act={t('settings.putBack')}
            named={t('settings.putBackOf')}
            onAct={setPuttingBack}
          />
        </Section>
      ) : null}
      <Restore backup={restoring} onClose={() => setRestoring(null)} />
      <PutBack replaced={puttingBack} onClose={() => setPuttingBack(null)} />
    </>
  )
}

interface BackupTableProps {
  /** Null while they are read: rows are drawn empty. */
  readonly backups: readonly Backup[] | null
  readonly act: string
  readonly named: string
  readonly onAct: (backup: Backup) => void
}

function BackupTable({ backups, act, named, onAct }: BackupTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const detailOf = useBackupWords()
  return (
    <table className="plain-table wide" aria-busy={backups === null}>
      <thead>
        <tr>
          <th scope="col">{t('settings.when')}</th>
          <th scope="col">{t('settings.holds')}</th>
          <th scope="col">
            <span className="vh">{t('common.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups === null
          ? [1, 2, 3].map((row) => (
              <tr key={row}>
                <td colSpan={3} aria-label={t('common.loading')}>
                  <div className="bar" />
                </td>
              </tr>
            ))
          : backups.map((backup) => (
              <tr key={backup.path}>
                <td className="nowrap tab">{format.instant(backup.at)}</td>
                <td className="t2">{detailOf(backup)}</td>
                <td className="acts">
                  <Button size="xs" aria-label={`${named} ${format.instant(backup.at)}`} onClick={() => onAct(backup)}>
                    {act}
                  </Button>
                </td>
              </tr>
            ))}
      </tbody>
    </table>
  )
}
