import { Button, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import './dialogs.css'

interface ConfirmDialogProps {
  readonly opened: boolean
  /** The question, with its number: « Annuler l’import de 1 059 fiches ? » */
  readonly title: string
  /** The consequence whole: what will be written, what is left aside, what can be undone. */
  readonly children: ReactNode
  readonly confirm: string
  readonly onConfirm: () => void | Promise<void>
  /** Words for staying as it is: « Garder l’import ». */
  readonly keep: string
  readonly onClose: () => void
  /** A third way, between both: « Voir les 3 fiches ». */
  readonly other?: { readonly label: string; readonly run: () => void }
}

/** Before a consequence, says it whole. The focus is on the button that changes nothing. */
export function ConfirmDialog({
  opened,
  title,
  children,
  confirm,
  onConfirm,
  keep,
  onClose,
  other,
}: ConfirmDialogProps) {
  const [working, setWorking] = useState(false)

  async function run(): Promise<void> {
    setWorking(true)
    try {
      await onConfirm()
    } finally {
      setWorking(false)
    }
  }

  return (
    <Modal opened={opened} onClose={onClose} title={title} closeOnClickOutside={!working} closeOnEscape={!working}>
      <div className="dialog-body">{children}</div>
      <div className="dialog-acts">
        <Button variant="subtle" onClick={onClose} disabled={working} data-autofocus>
          {keep}
        </Button>
        {other ? (
          <Button onClick={other.run} disabled={working}>
            {other.label}
          </Button>
        ) : null}
        <Button variant="filled" onClick={() => void run()} loading={working}>
          {confirm}
        </Button>
      </div>
    </Modal>
  )
}
