import { Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import { type ClipboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { looksLikeIban, looksLikeNir, sensitiveWords } from '../../shared/rules/sensitive'
import { useChoiceLabel } from '../i18n/choices'
import { useFormat } from '../i18n/format'
import { usePreferences } from '../theme/preferences'
import { FieldLabel, type FieldProps } from './FieldLabel'
import './free-text-field.css'

interface FreeTextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly limit?: number
}

/**
 * A note about someone, which that person may ask to read. Words that have no place in it are pointed out while
 * typing; numbers that must never be kept are refused when it is saved.
 */
export function FreeTextField({
  value,
  onChange,
  label,
  optional,
  description,
  error,
  disabled,
  className,
  limit = 500,
}: FreeTextFieldProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const found = useWarning(value)
  const [cut, setCut] = useState(false)
  const warning = cut ? t('ui.freeText.cut', { count: limit }) : found
  const left = limit - value.length

  /** What does not fit is dropped by the field itself: who pasted it must know. */
  function onPaste({ currentTarget, clipboardData }: ClipboardEvent<HTMLTextAreaElement>): void {
    const replaced = currentTarget.selectionEnd - currentTarget.selectionStart
    setCut(clipboardData.getData('text').length > left + replaced)
  }
  return (
    <div className={className}>
      <Textarea
        label={<FieldLabel optional={optional}>{label}</FieldLabel>}
        error={error}
        disabled={disabled ?? false}
        maxLength={limit}
        value={value}
        onPaste={onPaste}
        onChange={(event) => {
          if (!isPaste(event.nativeEvent)) setCut(false)
          onChange(event.currentTarget.value)
        }}
        description={
          <span className="free-text-foot">
            <span>{description ?? t('ui.freeText.hint')}</span>
            <span className="tab" aria-live={left < 50 ? 'polite' : 'off'}>
              {format.number(value.length)} / {format.number(limit)}
            </span>
          </span>
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <p className="free-text-warning tone-warn" role="status">
        {warning ? (
          <>
            <IconAlertTriangle size={14} />
            <span className="toned">{warning}</span>
          </>
        ) : null}
      </p>
    </div>
  )
}

function isPaste(event: Event): boolean {
  return event instanceof InputEvent && event.inputType === 'insertFromPaste'
}

function useWarning(value: string): string | null {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const label = useChoiceLabel()
  const [settled] = useDebouncedValue(value, 300)
  return useMemo(() => {
    if (looksLikeNir(settled)) return t('ui.freeText.nir')
    if (looksLikeIban(settled)) return t('ui.freeText.iban')
    const found = sensitiveWords(settled, language)[0]
    return found
      ? t('ui.freeText.sensitive', { word: found.word, category: label('sensitiveCategory', found.category) })
      : null
  }, [settled, language, label, t])
}
