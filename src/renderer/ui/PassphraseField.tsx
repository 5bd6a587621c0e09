import { PasswordInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconEye, IconEyeOff, IconKeyboard } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldLabel, type FieldProps } from './FieldLabel'
import { type Strength, strengthOf } from './passphrase-strength'
import './passphrase-field.css'

interface PassphraseFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (text: string) => void
  /** A new passphrase is measured; one being entered is not. */
  readonly measured?: boolean
  /** Words that make a passphrase easy to guess: the names on this space. */
  readonly easyWords?: readonly string[]
  readonly onStrength?: (strength: Strength | null) => void
  /** The first thing one types on this screen. */
  readonly focusedAtFirst?: boolean
}

export function PassphraseField(props: PassphraseFieldProps) {
  const { value, onChange, label, optional, description, error, disabled, className, measured, focusedAtFirst } = props
  const { t } = useTranslation()
  const [capsLock, setCapsLock] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusedAtFirst) field.current?.focus()
  }, [focusedAtFirst])
  const noticeCapsLock = (event: React.KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <div className={`passphrase${className ? ` ${className}` : ''}`}>
      <PasswordInput
        label={<FieldLabel optional={optional}>{label}</FieldLabel>}
        description={description}
        error={error}
        disabled={disabled ?? false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={noticeCapsLock}
        onKeyUp={noticeCapsLock}
        onBlur={() => setCapsLock(false)}
        autoComplete="off"
        spellCheck={false}
        data-autofocus={focusedAtFirst || undefined}
        ref={field}
        visibilityToggleButtonProps={{ 'aria-label': t('ui.passphrase.show'), tabIndex: 0 }}
        visibilityToggleIcon={({ reveal }) => (reveal ? <IconEyeOff size={17} /> : <IconEye size={17} />)}
      />
      <p className="passphrase-notice tone-warn" role="status">
        {capsLock ? (
          <>
            <IconKeyboard size={15} />
            <span className="toned">{t('ui.passphrase.capsLock')}</span>
          </>
        ) : null}
      </p>
      {measured ? <StrengthMeter {...props} /> : null}
    </div>
  )
}

function StrengthMeter({ value, easyWords, onStrength }: PassphraseFieldProps) {
  const { t } = useTranslation()
  const strength = useStrength(value, easyWords ?? [], onStrength)
  return (
    <div className="strength" data-level={strength?.level ?? 'none'}>
      <div className="strength-bar" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
      <p className="hint" role="status">
        {strength ? t(`ui.passphrase.levels.${strength.level}`) : t('ui.passphrase.advice')}
      </p>
    </div>
  )
}

function useStrength(
  value: string,
  easyWords: readonly string[],
  onStrength: PassphraseFieldProps['onStrength'],
): Strength | null {
  const [settled] = useDebouncedValue(value, 150)
  const [strength, setStrength] = useState<Strength | null>(null)
  useEffect(() => {
    let wanted = true
    void strengthOf(settled, easyWords).then((measured) => {
      if (!wanted) return
      setStrength(measured)
      onStrength?.(measured)
    })
    return () => {
      wanted = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- only another passphrase is another measure
  }, [settled])
  return strength
}
