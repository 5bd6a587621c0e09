import { SegmentedControl, TextInput } from '@mantine/core'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterText } from '../../../shared/features/letters'
import { letterKinds } from '../../../shared/rules/letters'
import { type MergeField, mergeFieldNames, unknownFields, writtenField } from '../../../shared/rules/merge-fields'
import { useChoiceLabel } from '../../i18n/choices'
import { usePreferences } from '../../theme/preferences'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import './letters.css'

const longestBody = 6000
const fields = Object.keys(mergeFieldNames) as readonly MergeField[]

interface LetterTextFieldsProps {
  readonly text: LetterText
  readonly onChange: (part: Partial<LetterText>) => void
  /** Said under the text when there is none. */
  readonly bodyError: string | null
}

/** What is written to each: its kind, its subject, its text and the fields that are filled in for each person. */
export function LetterTextFields({ text, onChange, bodyError }: LetterTextFieldsProps) {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const kindId = useId()
  const body = useRef<HTMLDivElement>(null)
  const unknown = useUnknownWords()

  /** Where the hand was writing; after it, the next letter follows. */
  function insert(written: string): void {
    const area = body.current?.querySelector('textarea')
    const from = area?.selectionStart ?? text.body.length
    const to = area?.selectionEnd ?? from
    onChange({ body: text.body.slice(0, from) + written + text.body.slice(to) })
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(from + written.length, from + written.length)
    })
  }

  return (
    <div className="letter-fields">
      <div>
        <span id={kindId} className="letter-label">
          {t('letters.kind')}
        </span>
        <SegmentedControl
          aria-labelledby={kindId}
          data={letterKinds.map((kind) => ({ value: kind, label: choice('letterKind', kind) }))}
          value={text.kind}
          onChange={(kind) => onChange({ kind: kind === 'letter' ? 'letter' : 'email' })}
        />
      </div>
      <TextInput
        label={<FieldLabel optional>{t('letters.subject')}</FieldLabel>}
        maxLength={200}
        autoComplete="off"
        value={text.subject}
        error={unknown(text.subject)}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <div ref={body} className="letter-body">
        <FreeTextField
          label={t('letters.body')}
          limit={longestBody}
          description={t('letters.bodyHint')}
          value={text.body}
          error={bodyError ?? unknown(text.body)}
          onChange={(written) => onChange({ body: written })}
        />
      </div>
      <Fields onInsert={insert} />
    </div>
  )
}

function Fields({ onInsert }: { readonly onInsert: (written: string) => void }) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <div role="group" aria-label={t('letters.fields')}>
      <p className="letter-label">{t('letters.fields')}</p>
      <div className="letter-chips">
        {fields.map((field) => (
          <button
            key={field}
            type="button"
            className="chip-choice"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onInsert(writtenField(field, language))}
          >
            {mergeFieldNames[field][language]}
          </button>
        ))}
      </div>
    </div>
  )
}

/** The first field of a text that does not exist, by its name. */
export function useUnknownWords(): (text: string) => string | null {
  const { t } = useTranslation()
  return (text) => {
    const [name] = unknownFields(text)
    return name === undefined ? null : t('letters.unknownField', { name })
  }
}
