import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { askedPurposes } from '../../../shared/features/agreements'
import type { Consent, Person } from '../../../shared/features/people'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Drawer } from '../../ui/Drawer'
import { PersonName } from '../../ui/PersonName'
import { type AgreementActs, AgreementLine } from './AgreementLine'
import { PrintAnswers } from './PrintAnswers'

interface AllAgreementsProps {
  readonly person: Person
  readonly acts: (AgreementActs & { readonly onAnswer: (purposes: null) => void }) | null
  readonly onClose: () => void
}

/** All that someone ever answered, the latest first: when and how, on which wording, noted by whom. */
export function AllAgreements({ person, acts, onClose }: AllAgreementsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const never = askedPurposes.filter((asked) => !person.consents.some(({ purpose }) => purpose === asked))
  return (
    <Drawer
      label={t('agreements.allOf', { name: `${person.firstName} ${person.lastName}`.trim() })}
      over={t('agreements.title')}
      title={<PersonName lastName={person.lastName} firstName={person.firstName} />}
      onClose={onClose}
      footer={
        acts ? (
          <>
            <PrintAnswers personId={person.id} />
            <Button variant="filled" onClick={() => acts.onAnswer(null)}>
              {t('agreements.noteWhole')}
            </Button>
          </>
        ) : null
      }
    >
      <ul className="person-agreements agreements-list">
        {person.consents.map((consent) => (
          <AgreementLine key={consent.id} consent={consent} acts={acts}>
            <Known consent={consent} />
          </AgreementLine>
        ))}
      </ul>
      {never.length === 0 ? null : (
        <p className="t3 agreements-never">
          {t('agreements.never', {
            what: format.list(never.map((purpose) => label('consentPurpose', purpose).toLocaleLowerCase())),
          })}
        </p>
      )}
    </Drawer>
  )
}

function Known({ consent: { wordingVersion, notedBy, proof, referralId } }: { consent: Consent }) {
  const { t } = useTranslation()
  const parts = [
    wordingVersion === '' ? null : t('agreements.wording', { version: wordingVersion }),
    notedBy === null ? null : t('agreements.notedBy', { name: notedBy }),
    proof === null ? null : t('agreements.proofSaid', { proof }),
  ]
  const said = parts.filter((part) => part !== null).join(' · ')
  return (
    <small>
      {said}
      {referralId === null ? null : (
        <>
          {said === '' ? null : ' · '}
          <a className="text-link" href={`#/referrals/${referralId}`}>
            {t('agreements.itsReferral')}
          </a>
        </>
      )}
    </small>
  )
}
