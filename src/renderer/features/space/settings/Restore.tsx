import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../../shared/features/space'
import { type OutputOf, useCommand, useQuery } from '../../../api'
import { saveAllDrafts } from '../../../drafts'
import { useErrorWords } from '../../../i18n/error-words'
import { useFormat } from '../../../i18n/format'
import { PassphraseField } from '../../../ui/PassphraseField'
import { showToast } from '../../../ui/toasts'
import '../../../ui/dialogs.css'

/** Before a backup takes the place of what is there: what will change, counted on both sides. */
export function Restore({ backup, onClose }: { backup: Backup | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened={backup !== null} onClose={onClose} title={t('settings.restoreTitle')} size={560}>
      {backup ? <RestoreForm backup={backup} onClose={onClose} /> : null}
    </Modal>
  )
}

function RestoreForm({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const format = useFormat()
  const preview = useQuery('space.previewRestore', { path: backup.path })
  const restore = useCommand('space.restore', {
    onSuccess: () => {
      showToast({ tone: 'done', text: t('settings.restored', { at: format.instant(backup.at) }) })
      onClose()
    },
  })
  return (
    <>
      <p className="t2">{t('settings.restoreBody', { at: format.instant(backup.at) })}</p>
      {preview.error ? (
        <p className="field-error" role="alert">
          {words(preview.error)}
        </p>
      ) : (
        <WhatChanges preview={preview.data ?? null} />
      )}
      <PassphraseAct
        act={t('settings.restore')}
        disabled={preview.data === undefined}
        pending={restore.isPending}
        error={restore.error ? words(restore.error) : null}
        onClose={onClose}
        onAct={(passphrase) => void saveAllDrafts().then(() => restore.mutate({ path: backup.path, passphrase }))}
      />
    </>
  )
}

const shownTables = ['people', 'organisations', 'residences', 'referrals', 'consents', 'changes'] as const

function WhatChanges({ preview }: { preview: OutputOf<'space.previewRestore'> | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <table className="plain-table what-changes" aria-busy={preview === null}>
      <thead>
        <tr>
          <th scope="col">{t('settings.what')}</th>
          <th scope="col" className="num">
            {t('settings.now')}
          </th>
          <th scope="col" className="num">
            {t('settings.after')}
          </th>
          <th scope="col" className="num">
            {t('settings.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shownTables.map((entity) => {
          const row = preview?.tables.find((table) => table.entity === entity)
          return (
            <tr key={entity}>
              <td>{t(`settings.tables.${entity}`)}</td>
              <td className="num">{row ? format.number(row.now) : '…'}</td>
              <td className="num">{row ? format.number(row.inBackup) : '…'}</td>
              <td className="num">{row ? signed(row.inBackup - row.now, (value) => format.number(value)) : ''}</td>
            </tr>
          )
        })}
        <tr>
          <td>{t('settings.lastChange')}</td>
          <td className="num">{preview?.lastChangeNow ? format.instant(preview.lastChangeNow) : ''}</td>
          <td className="num" colSpan={2}>
            {preview?.lastChangeThen ? format.instant(preview.lastChangeThen) : ''}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function signed(difference: number, number: (value: number) => string): string {
  if (difference === 0) return '='
  return difference > 0 ? `+${number(difference)}` : `−${number(-difference)}`
}

/** A restore is undone by putting back the file it replaced. */
export function PutBack({ replaced, onClose }: { replaced: Backup | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened={replaced !== null} onClose={onClose} title={t('settings.putBackTitle')}>
      {replaced ? <PutBackForm replaced={replaced} onClose={onClose} /> : null}
    </Modal>
  )
}

function PutBackForm({ replaced, onClose }: { replaced: Backup; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const format = useFormat()
  const putBack = useCommand('space.putBack', {
    onSuccess: () => {
      showToast({ tone: 'done', text: t('settings.putBackDone') })
      onClose()
    },
  })
  return (
    <>
      <p className="t2">{t('settings.putBackBody', { at: format.instant(replaced.at) })}</p>
      <PassphraseAct
        act={t('settings.putBack')}
        disabled={false}
        pending={putBack.isPending}
        error={putBack.error ? words(putBack.error) : null}
        onClose={onClose}
        onAct={(passphrase) => void saveAllDrafts().then(() => putBack.mutate({ path: replaced.path, passphrase }))}
      />
    </>
  )
}

interface PassphraseActProps {
  readonly act: string
  readonly disabled: boolean
  readonly pending: boolean
  readonly error: string | null
  readonly onClose: () => void
  readonly onAct: (passphrase: string) => void
}

function PassphraseAct({ act, disabled, pending, error, onClose, onAct }: PassphraseActProps) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  return (
    <form
      className="form-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase !== '' && !disabled) onAct(passphrase)
      }}
    >
      <PassphraseField label={t('space.passphrase')} value={passphrase} onChange={setPassphrase} error={error} />
      <div className="dialog-acts">
        <Button onClick={onClose} disabled={pending}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="filled" disabled={passphrase === '' || disabled} loading={pending}>
          {act}
        </Button>
      </div>
    </form>
  )
}
