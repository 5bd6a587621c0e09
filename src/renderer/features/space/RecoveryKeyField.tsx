import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput } from '@mantine/core'
import { groupCount, groupLength, withGroup } from './recovery-groups'
import './space.css'

interface RecoveryKeyFieldProps {
  readonly groups: readonly string[]
  readonly onChange: (groups: string[]) => void
  readonly error: string | null
  readonly focusedAtFirst?: boolean
}

/** Eight groups copied from the sheet. Pasting the whole key fills them all; a full group leads to the next. */
export function RecoveryKeyField({ groups, onChange, error, focusedAtFirst }: RecoveryKeyFieldProps) {
  const { t } = useTranslation()
  const fields = useRef<(HTMLInputElement | null)[]>([])
  useEffect(() => {
    if (focusedAtFirst) fields.current[0]?.focus()
  }, [focusedAtFirst])

  function type(index: number, text: string): void {
    const next = withGroup(groups, index, text)
    onChange(next)
    const grew = (next[index]?.length ?? 0) > (groups[index]?.length ?? 0)
    if (!grew || next[index]?.length !== groupLength) return
    const open = next.findIndex((group, at) => at > index && group.length < groupLength)
    fields.current[open === -1 ? groupCount - 1 : open]?.focus()
  }

  function erase(index: number, event: React.KeyboardEvent): void {
    if (event.key !== 'Backspace' || groups[index] !== '' || index === 0) return
    event.preventDefault()
    fields.current[index - 1]?.focus()
  }

  return (
    <fieldset className="plain-fieldset" aria-describedby={error === null ? undefined : 'recovery-error'}>
      <legend className="field-title">{t('space.recoveryKey')}</legend>
      <div className="key-groups">
        {Array.from({ length: groupCount }, (_, index) => (
          <TextInput
            key={index}
            aria-label={t('space.group', { number: index + 1 })}
            classNames={{ input: 'mono key-group' }}
            value={groups[index] ?? ''}
            onChange={(event) => type(index, event.currentTarget.value)}
            onKeyDown={(event) => erase(index, event)}
            error={error !== null}
            placeholder={String(index + 1)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            ref={(field) => {
              fields.current[index] = field
            }}
          />
        ))}
      </div>
      <p className="field-error" id="recovery-error" role="alert">
        {error}
      </p>
    </fieldset>
  )
}
