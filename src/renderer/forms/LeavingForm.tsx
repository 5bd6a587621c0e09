import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldLabel } from '../ui/FieldLabel'

interface LeavingFormProps {
  /** What will leave, and in which form. */
  readonly children: ReactNode
  readonly className: string
  /** Where it will be noted that it left. */
  readonly noted: string
  readonly verb: string
  readonly ready: boolean
  readonly saving?: boolean
  /** While it leaves, in place of the form, which keeps what was typed. */
  readonly meanwhile?: ReactNode
  /** Who reads it is known: it is not asked. */
  readonly knownRecipient?: boolean | undefined
  /** What it is for is known: it is not asked. */
  readonly knownPurpose?: boolean | undefined
  readonly onSave: (recipient: string, purpose: string) => void
  readonly onClose: () => void
}

/** In a dialog, before something leaves the space: for whom, and why. */
export function LeavingForm(props: LeavingFormProps) {
  const { children, className, noted, verb, ready, saving, meanwhile, onSave, onClose } = props
  const { knownRecipient, knownPurpose } = props
  const { t } = useTranslation()
  const [recipient, setRecipient] = useState('')
  const [purpose, setPurpose] = useState('')
  if (meanwhile) return meanwhile
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(recipient.trim(), purpose.trim())
      }}
    >
      <div className={`dialog-body ${className}`}>
        {children}
        {knownRecipient ? null : (
          <TextInput
            label={t('files.recipientField')}
            placeholder={t('files.recipientHint')}
            maxLength={200}
            value={recipient}
            onChange={(event) => setRecipient(event.currentTarget.value)}
            data-autofocus
          />
        )}
        {knownPurpose ? null : (
          <TextInput
            label={<FieldLabel optional>{t('files.purposeField')}</FieldLabel>}
            placeholder={t('files.purposeHint')}
            maxLength={200}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
        )}
        <p className="hint">{noted}</p>
      </div>
      <div className="dialog-acts">
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          variant="filled"
          type="submit"
          loading={saving ?? false}
          disabled={!ready || (!knownRecipient && recipient.trim() === '')}
        >
          {verb}
        </Button>
      </div>
    </form>
  )
}
