import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format'
import { Drawer } from '../ui/Drawer'
import './forms.css'

export interface FormDrawerProps {
  readonly label: string
  /** Small, above the title, while nothing that is typed is kept. */
  readonly over?: ReactNode
  readonly title?: ReactNode
  /** When what is typed was last kept. */
  readonly savedAt?: string | null
  readonly under?: ReactNode
  readonly saving: boolean
  /** The verb of the filled button, when it is not to save. */
  readonly verb?: string
  /** A key that saves as well, and how the button says it. */
  readonly shortcut?: { readonly keys: string; readonly words: string }
  /** Nothing can be written yet. */
  readonly still?: boolean
  readonly onSave: () => Promise<void>
  /** Closes and keeps what is typed. */
  readonly onClose: () => void
  /** Closes and lets go of what is typed. */
  readonly onGiveUp: () => void
  /** Before the buttons of every form: what else can be done of what it is about. */
  readonly acts?: ReactNode
  /** Instead of giving up: the way back of a wizard. */
  readonly back?: ReactNode
  readonly children: ReactNode
  /** How the fields are laid out, when not as in most drawers. */
  readonly className?: string
  /** Under the form, and no part of it. */
  readonly after?: ReactNode
}

/** A form beside the page it belongs to, saved by its button or by Enter. */
export function FormDrawer(props: FormDrawerProps) {
  const { label, over, title, savedAt, under, onSave, onClose, children, className, after } = props
  const { t } = useTranslation()
  const format = useFormat()
  const formId = useId()
  return (
    <Drawer
      label={label}
      over={savedAt ? t('lists.draftKept', { time: format.time(savedAt) }) : over}
      title={title ?? label}
      under={under}
      onClose={onClose}
      footer={<FormButtons {...props} formId={formId} />}
    >
      <form
        id={formId}
        className={className ?? 'drawer-form'}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void onSave()
        }}
      >
        {children}
      </form>
      {after}
    </Drawer>
  )
}

function FormButtons(props: FormDrawerProps & { readonly formId: string }) {
  const { formId, acts, back, onGiveUp, saving, verb, shortcut, still } = props
  const { t } = useTranslation()
  return (
    <>
      {acts}
      {back ?? (
        <Button variant="subtle" onClick={onGiveUp}>
          {t('common.cancel')}
        </Button>
      )}
      <Button
        type="submit"
        form={formId}
        variant="filled"
        loading={saving}
        disabled={still ?? false}
        {...(shortcut ? { 'aria-keyshortcuts': shortcut.keys, title: shortcut.words } : {})}
      >
        {verb ?? t('common.save')}
      </Button>
    </>
  )
}
