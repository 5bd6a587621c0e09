import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../../shared/features/imports'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useUndoImport } from './use-undo-import'

/** Takes an import back whole, once its consequence was said. Nothing where there is nothing left to take back. */
export function UndoImport({ run, size = 'sm' }: { readonly run: ImportRun; readonly size?: 'xs' | 'sm' }) {
  const { t } = useTranslation()
  const undo = useUndoImport()
  const [asking, setAsking] = useState(false)
  const written = run.created + run.updated
  if (run.batchId === null || run.undoneAt !== null || written === 0) return null
  return (
    <>
      <Button size={size} aria-label={t('imports.undoNamed', { name: run.fileName })} onClick={() => setAsking(true)}>
        {t('imports.undoImport')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('imports.undoQuestion', { count: written })}
        confirm={t('imports.undoImport')}
        keep={t('imports.keepImport')}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await undo(run.id)
          setAsking(false)
        }}
      >
        <p>{t('imports.undoEffect', { created: run.created, updated: run.updated })}</p>
        <p>{t('imports.undoKeeps')}</p>
      </ConfirmDialog>
    </>
  )
}
