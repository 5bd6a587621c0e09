import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { AskedPurpose } from '../../../shared/features/agreements'
import type { Consent } from '../../../shared/features/people'
import { useQuery } from '../../api'
import { AgreementLine } from './AgreementLine'
import { AllAgreements } from './AllAgreements'
import { WithdrawAgreement } from './WithdrawAgreement'
import './agreements.css'

interface PersonAgreementsProps {
  readonly personId: string
  /** To note what the person answers: to all that is asked, or to what is to be confirmed again. */
  readonly onAnswer: (purposes: readonly AskedPurpose[] | null) => void
}

/** In the record of someone: where each of their agreements stands, and the way to all that was ever answered. */
export function PersonAgreements({ personId, onAnswer }: PersonAgreementsProps) {
  const { t } = useTranslation()
  const person = useQuery('people.get', { id: personId }).data
  const [leaving, setLeaving] = useState<Consent | null>(null)
  const [seeing, setSeeing] = useState(false)
  if (!person) return null
  const acts = person.deletedAt === null ? { onWithdraw: setLeaving, onAnswer } : null
  /** One drawer at a time: the list gives the focus back before the form takes it, to give it back there. */
  function answerInstead(purposes: readonly AskedPurpose[] | null): void {
    flushSync(() => setSeeing(false))
    onAnswer(purposes)
  }
  const standing = person.consents.filter(({ replaced }) => !replaced)
  return (
    <>
      <section>
        <div className="row">
          <h2 className="h3">{t('agreements.title')}</h2>
          {acts ? (
            <button
              type="button"
              className="text-act end"
              aria-label={t('agreements.noteWhole')}
              onClick={() => onAnswer(null)}
            >
              {t('agreements.note')}
            </button>
          ) : null}
        </div>
        {standing.length === 0 ? <p className="t3">{t('agreements.none')}</p> : null}
        <ul className="person-agreements">
          {standing.map((consent) => (
            <AgreementLine key={consent.id} consent={consent} acts={acts} />
          ))}
        </ul>
        {standing.length === 0 ? null : (
          <button type="button" className="text-act agreements-all" onClick={() => setSeeing(true)}>
            {t('agreements.seeAll')}
          </button>
        )}
      </section>
      {seeing ? (
        <AllAgreements
          person={person}
          acts={acts && { ...acts, onAnswer: answerInstead }}
          onClose={() => setSeeing(false)}
        />
      ) : null}
      {leaving ? <WithdrawAgreement consent={leaving} person={person} onClose={() => setLeaving(null)} /> : null}
    </>
  )
}
