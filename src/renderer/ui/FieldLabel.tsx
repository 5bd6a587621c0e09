import { useTranslation } from 'react-i18next'

interface FieldLabelProps {
  readonly children: string
  readonly optional?: boolean | undefined
}

/** A label; what may be left empty says so, what must be filled says nothing. */
export function FieldLabel({ children, optional }: FieldLabelProps) {
  const { t } = useTranslation()
  return (
    <>
      {children}
      {optional ? <span className="field-optional"> {t('common.optional')}</span> : null}
    </>
  )
}

/** What every field of ours takes. */
export interface FieldProps {
  readonly label: string
  readonly optional?: boolean
  readonly description?: string
  readonly error?: string | null
  readonly disabled?: boolean
  readonly className?: string
}
