import { Button, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterModel, LetterText } from '../../../shared/features/letters'
import type { Selection } from '../../../shared/features/lists'
import { mostLetters } from '../../../shared/rules/letters'
import { unknownFields } from '../../../shared/rules/merge-fields'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { Banner } from '../../ui/Banner'
import { LetterPreview } from './LetterPreview'
import { LetterTextFields } from './LetterTextFields'
import { SeedModels } from './SeedModels'
import './letters.css'

interface LettersDialogProps {
  /** The people who are written to. */
  readonly selection: Selection
  readonly count: number
  readonly onClose: () => void
}

/** Writes to several people from a model: what is written, then each one read before anything leaves. */
export function LettersDialog({ selection, count, onClose }: LettersDialogProps) {
  const { t } = useTranslation()
  const [model, setModel] = useState<LetterModel | null>(null)
  const [text, setText] = useState<LetterText>({ kind: 'letter', subject: '', body: '' })
  const [reading, setReading] = useState(false)
  return (
    <Modal opened onClose={onClose} title={t('letters.writeTo', { count })} size={920} closeOnClickOutside={false}>
      {count > mostLetters ? (
        <TooMany onClose={onClose} />
      ) : reading ? (
        <LetterPreview
          text={text}
          title={model?.name ?? (text.subject === '' ? t('letters.withoutModel') : text.subject)}
          selection={selection}
          onBack={() => setReading(false)}
          onClose={onClose}
        />
      ) : (
        <WriteStep
          count={count}
          model={model}
          text={text}
          onModel={(next) => {
            setModel(next)
            if (next) setText({ kind: next.kind, subject: next.subject, body: next.body })
          }}
          onText={(part) => setText((now) => ({ ...now, ...part }))}
          onRead={() => setReading(true)}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

function TooMany({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="dialog-body">
        <Banner tone="warn">{t('letters.tooMany', { count: mostLetters })}</Banner>
      </div>
      <div className="dialog-acts">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </>
  )
}

interface WriteStepProps {
  readonly count: number
  readonly model: LetterModel | null
  readonly text: LetterText
  readonly onModel: (model: LetterModel | null) => void
  readonly onText: (part: Partial<LetterText>) => void
  readonly onRead: () => void
  readonly onClose: () => void
}

function WriteStep({ count, model, text, onModel, onText, onRead, onClose }: WriteStepProps) {
  const { t } = useTranslation()
  const { data: models = [], isSuccess } = useQuery('letters.models', {})
  const choice = useChoiceLabel()
  const [asked, setAsked] = useState(false)
  const ready = text.body.trim() !== '' && unknownFields(`${text.subject}\n${text.body}`).length === 0
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (ready) onRead()
      }}
    >
      <div className="letters-write">
        <div className="letter-model">
          <Select
            label={t('letters.model')}
            placeholder={t('letters.withoutModel')}
            clearable
            data={models.map(({ id, name, kind }) => ({ value: id, label: `${name} (${choice('letterKind', kind)})` }))}
            value={model?.id ?? null}
            onChange={(id) => onModel(models.find((one) => one.id === id) ?? null)}
            data-autofocus
          />
          {isSuccess && models.length === 0 ? <SeedModels /> : null}
        </div>
        <LetterTextFields
          text={text}
          onChange={onText}
          bodyError={asked && text.body.trim() === '' ? t('letters.noBody') : null}
        />
      </div>
      <div className="dialog-acts">
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button variant="filled" type="submit">
          {t('letters.preview', { count })}
        </Button>
      </div>
    </form>
  )
}
