import { Button, Modal, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldConflict } from '../../shared/endpoint'
import { useFormat } from '../i18n/format'
import './dialogs.css'
import './conflict-dialog.css'

interface ConflictDialogProps {
  /** What was changed by someone else since it was read; the dialog is open while there is one. */
  readonly conflicts: readonly FieldConflict[]
  readonly fieldLabel: (field: string) => string
  /** A value as the screen says it: the word of a code, a day; text and numbers need nothing. */
  readonly valueLabel?: (field: string, value: unknown) => string
  /** The fields where one's own value is to win; the others keep what is saved. */
  readonly onResolve: (mine: ReadonlySet<string>) => void
  readonly onCancel: () => void
}

/** Two people changed the same fields: each is settled, side by side, before anything is written. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { t } = useTranslation()
  const { conflicts, onCancel } = props
  return (
    <Modal opened={conflicts.length > 0} onClose={onCancel} title={t('history.conflictTitle')} size={640}>
      {conflicts.length > 0 ? (
        <Choices key={conflicts.map(({ field, at }) => `${field}@${at}`).join()} {...props} />
      ) : null}
    </Modal>
  )
}

function Choices({ conflicts, fieldLabel, valueLabel, onResolve, onCancel }: ConflictDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())

  function choose(field: string, choice: string): void {
    const next = new Set(mine)
    if (choice === 'mine') next.add(field)
    else next.delete(field)
    setMine(next)
  }

  function worded(field: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return t('history.conflictEmpty')
    return valueLabel?.(field, value) ?? (typeof value === 'string' ? value : JSON.stringify(value))
  }

  return (
    <>
      <p className="t2">{t('history.conflictBody')}</p>
      <div className="conflicts">
        {conflicts.map(({ field, yours, theirs, by, at }) => (
          <Radio.Group
            key={field}
            label={fieldLabel(field)}
            value={mine.has(field) ? 'mine' : 'theirs'}
            onChange={(choice) => choose(field, choice)}
          >
            <div className="conflict-pair">
              <Radio
                value="theirs"
                label={worded(field, theirs)}
                description={
                  by === null ? format.instant(at) : t('history.conflictBy', { name: by, at: format.instant(at) })
                }
              />
              <Radio value="mine" label={worded(field, yours)} description={t('history.conflictMine')} />
            </div>
          </Radio.Group>
        ))}
      </div>
      <div className="dialog-acts">
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button variant="filled" onClick={() => onResolve(mine)}>
          {t('history.conflictSave')}
        </Button>
      </div>
    </>
  )
}
