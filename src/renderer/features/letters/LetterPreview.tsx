import { ActionIcon, Button, Checkbox, Skeleton, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterText, MergedLetter } from '../../../shared/features/letters'
import type { Selection } from '../../../shared/features/lists'
import { type OutputOf, useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { usePreferences } from '../../theme/preferences'
import { ErrorState } from '../../ui/ErrorState'
import { FieldLabel } from '../../ui/FieldLabel'
import { PersonName } from '../../ui/PersonName'
import { LetterSheet } from './LetterSheet'
import { useSendLetters } from './use-send-letters'

interface LetterPreviewProps {
  readonly text: LetterText
  /** What the whole is called, where it is noted. */
  readonly title: string
  readonly selection: Selection
  readonly onBack: () => void
  readonly onClose: () => void
}

/** Every letter before it leaves, one by one: what is missing in it is said, and it can be left out. */
export function LetterPreview(props: LetterPreviewProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { language } = usePreferences()
  const { text, selection } = props
  const { data, error, refetch } = useQuery(
    'letters.preview',
    { text, selection, locale: language },
    { keepPrevious: true },
  )
  if (error && !data) {
    return (
      <>
        <ErrorState title={t('letters.previewFailed')} body={words(error)} onRetry={() => void refetch()} />
        <div className="dialog-acts">
          <Button onClick={props.onBack}>{t('common.back')}</Button>
        </div>
      </>
    )
  }
  if (!data) return <Skeleton height={320} role="status" aria-label={t('common.loading')} />
  return <Read {...props} preview={data} />
}

interface ReadProps extends LetterPreviewProps {
  readonly preview: OutputOf<'letters.preview'>
}

function Read({ text, title, preview, onBack, onClose }: ReadProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { letters, sender } = preview
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(letters.filter((letter) => lacks(letter, text.kind)).map(({ personId }) => personId)),
  )
  const [current, setCurrent] = useState(0)
  const [purpose, setPurpose] = useState('')
  const shown = letters[Math.min(current, letters.length - 1)]
  const leaving = letters.filter(({ personId }) => !left.has(personId))
  const reachable = text.kind === 'letter' ? leaving : leaving.filter(({ email }) => email !== null)
  const incomplete = letters.filter((letter) => lacks(letter, text.kind)).length
  const send = useSendLetters({ text, title, purpose: purpose.trim(), sender, onDone: onClose })

  const keep = (personId: string, kept: boolean) =>
    setLeft((now) => {
      const next = new Set(now)
      if (kept) next.delete(personId)
      else next.add(personId)
      return next
    })
  const goTo = (index: number) => setCurrent(Math.max(0, Math.min(letters.length - 1, index)))

  return (
    <>
      <div className="letters-read">
        <div className="letters-people">
          <p className="t2 sm" role="status">
            {incomplete === 0 ? t('letters.allComplete') : t('letters.incomplete', { count: incomplete })}
          </p>
          <ul aria-label={t('letters.recipients')}>
            {letters.map((letter, index) => (
              <Recipient
                key={letter.personId}
                letter={letter}
                kind={text.kind}
                kept={!left.has(letter.personId)}
                current={index === current}
                onKeep={(kept) => keep(letter.personId, kept)}
                onShow={() => goTo(index)}
              />
            ))}
          </ul>
        </div>
        <div className="letters-sheet">
          <div className="row">
            <span className="t2 sm tab">
              {t('lists.placeOf', { position: format.number(current + 1), total: format.number(letters.length) })}
            </span>
            <span className="end">
              <ActionIcon aria-label={t('ui.previous')} disabled={current === 0} onClick={() => goTo(current - 1)}>
                <IconChevronLeft size={16} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('ui.next')}
                disabled={current >= letters.length - 1}
                onClick={() => goTo(current + 1)}
              >
                <IconChevronRight size={16} />
              </ActionIcon>
            </span>
          </div>
          {shown ? <LetterSheet letter={shown} kind={text.kind} sender={sender} /> : null}
          {shown && text.kind === 'email' && shown.email !== null ? (
            <Button size="xs" leftSection={<IconMail size={15} />} onClick={() => void send.openMail(shown)}>
              {t('letters.openMail')}
            </Button>
          ) : null}
        </div>
      </div>
      <TextInput
        className="letters-purpose"
        label={<FieldLabel optional>{t('files.purposeField')}</FieldLabel>}
        placeholder={t('letters.purposeHint')}
        description={t('letters.noted')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={200}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <div className="dialog-acts">
        <Button variant="subtle" onClick={onBack} disabled={send.busy}>
          {t('common.back')}
        </Button>
        {text.kind === 'letter' ? (
          <>
            <Button onClick={() => void send.print(reachable)} disabled={reachable.length === 0 || send.busy}>
              {t('letters.print')}
            </Button>
            <Button
              variant="filled"
              loading={send.busy}
              disabled={reachable.length === 0}
              onClick={() => void send.savePdf(reachable)}
            >
              {t('letters.savePdf', { count: reachable.length })}
            </Button>
          </>
        ) : (
          <Button
            variant="filled"
            loading={send.busy}
            disabled={reachable.length === 0}
            onClick={() => void send.saveDrafts(reachable)}
          >
            {t('letters.saveDrafts', { count: reachable.length })}
          </Button>
        )}
      </div>
    </>
  )
}

interface RecipientProps {
  readonly letter: MergedLetter
  readonly kind: LetterText['kind']
  readonly kept: boolean
  readonly current: boolean
  readonly onKeep: (kept: boolean) => void
  readonly onShow: () => void
}

function Recipient({ letter, kind, kept, current, onKeep, onShow }: RecipientProps) {
  const { t } = useTranslation()
  const { firstName, lastName, email, missing } = letter
  const name = `${firstName} ${lastName}`.trim()
  const noAddress = kind === 'email' && email === null
  return (
    <li data-current={current || undefined}>
      <Checkbox
        aria-label={t('letters.keep', { name })}
        checked={kept && !noAddress}
        disabled={noAddress}
        onChange={(event) => onKeep(event.currentTarget.checked)}
      />
      <button type="button" aria-current={current} onClick={onShow}>
        <PersonName lastName={lastName} firstName={firstName} />
        {noAddress ? <small className="tone-warn toned">{t('letters.noEmail')}</small> : null}
        {missing.length > 0 ? (
          <small className="tone-warn toned">{t('letters.missing', { fields: missing.join(', ') })}</small>
        ) : null}
      </button>
    </li>
  )
}

/** Whether something is wanting for it to leave as it is. */
function lacks({ missing, email }: MergedLetter, kind: LetterText['kind']): boolean {
  return missing.length > 0 || (kind === 'email' && email === null)
}
