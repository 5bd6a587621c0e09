import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/errors'
import type { Progress } from '../../../shared/endpoint'
import { LeavingForm } from '../../forms/LeavingForm'
import { useErrorWords } from '../../i18n/error-words'
import { Banner } from '../../ui/Banner'
import { ProgressPanel } from '../../ui/ProgressPanel'
import type { ListFormat } from './saved-file'
import './exports.css'

interface SaveFormProps<Format extends ListFormat> {
  /** What will leave in each format, in words. */
  readonly children: (format: Format) => ReactNode
  /** The first is proposed. */
  readonly formats: readonly [Format, ...Format[]]
  /** Who reads it is known: it is not asked. */
  readonly knownRecipient?: boolean
  /** What it is for is known: it is not asked. */
  readonly knownPurpose?: boolean
  readonly ready: boolean
  readonly running: { readonly progress: Progress | null; readonly stopping: boolean } | null
  readonly error: AppError | null
  readonly onSave: (format: Format, recipient: string, purpose: string) => void
  readonly onStop: () => void
  readonly onClose: () => void
}

/** A file about to leave: its format, for whom, why; then its writing, which can be stopped. */
export function SaveForm<Format extends ListFormat>(props: SaveFormProps<Format>) {
  const { children, formats, knownRecipient, knownPurpose, ready, running, error, onSave, onStop, onClose } = props
  const { t } = useTranslation()
  const words = useErrorWords()
  const formatId = useId()
  const [format, setFormat] = useState<Format>(formats[0])
  return (
    <LeavingForm
      className="exports-form"
      noted={t('files.logged')}
      verb={t('files.prepare')}
      ready={ready}
      meanwhile={
        running ? (
          <ProgressPanel
            title={t('files.writing')}
            done={running.progress?.done ?? 0}
            total={running.progress?.total ?? null}
            step={t('files.writing')}
            onCancel={onStop}
            cancelling={running.stopping}
            hint={t('files.stopHint')}
          />
        ) : null
      }
      knownRecipient={knownRecipient}
      knownPurpose={knownPurpose}
      onSave={(recipient, purpose) => onSave(format, recipient, purpose)}
      onClose={onClose}
    >
      {children(format)}
      {error && error.code !== 'cancelled' ? <Banner tone="danger">{words(error)}</Banner> : null}
      <div>
        <span id={formatId} className="exports-label">
          {t('files.format')}
        </span>
        <SegmentedControl
          aria-labelledby={formatId}
          data={formats.map((one: ListFormat) => ({ value: one, label: t(`files.formats.${one}`) }))}
          value={format}
          onChange={(value) => setFormat(formats.find((one) => one === value) ?? formats[0])}
        />
      </div>
    </LeavingForm>
  )
}
