import { useTranslation } from 'react-i18next'
import type { LetterText, MergedLetter } from '../../../shared/features/letters'
import type { LetterSender } from './letter-page'

interface LetterSheetProps {
  readonly letter: MergedLetter
  readonly kind: LetterText['kind']
  readonly sender: LetterSender
}

/** A letter as its recipient will read it. */
export function LetterSheet({ letter, kind, sender }: LetterSheetProps) {
  const { t } = useTranslation()
  const { firstName, lastName, address, email, subject, body, missing } = letter
  return (
    <article className="letter-sheet" aria-label={t('letters.sheet')}>
      {kind === 'letter' ? (
        <>
          <b>{sender.association}</b>
          <address>{address ?? `${firstName} ${lastName}`.trim()}</address>
          {address === null ? <p className="tone-warn toned sm">{t('letters.noAddress')}</p> : null}
          <p className="letter-date">{sender.date}</p>
        </>
      ) : (
        <p className="t2">{email ?? t('letters.noEmail')}</p>
      )}
      {missing.length > 0 ? (
        <p className="tone-warn toned sm">{t('letters.missing', { fields: missing.join(', ') })}</p>
      ) : null}
      {subject === '' ? null : (
        <p className="med">{kind === 'letter' ? `${t('letters.subjectOf')} ${subject}` : subject}</p>
      )}
      <div className="letter-text">{body}</div>
    </article>
  )
}
