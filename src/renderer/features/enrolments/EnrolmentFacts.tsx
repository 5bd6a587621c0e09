import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Enrolment } from '../../../shared/features/enrolments'
import { candidateStages, isOneOf } from '../../../shared/rules/enrolment-stages'
import { formatPhone } from '../../../shared/rules/phone'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { joined } from './names'
import { Mean } from './Mean'

/** What one needs to know of someone to decide: where from, how to reach them, what was read, how they entered. */
export function EnrolmentFacts({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const { entry, review } = enrolment
  const age = enrolment.age === null ? null : t('enrolments.age', { count: enrolment.age })
  const qpv = enrolment.qpvState === 'in' ? enrolment.qpvCode : label('qpvState', enrolment.qpvState)
  return (
    <dl className="kv">
      <Fact name={t('enrolments.fields.town')}>
        {joined([enrolment.communeName, age]) || t('enrolments.noTown')}
        <small>{joined([qpv, entry === null ? null : t('enrolments.frozenOn', { day: format.day(entry.on) })])}</small>
      </Fact>
      {enrolment.phone ? (
        <Fact name={t('enrolments.fields.phone')}>
          <span className="tab">{formatPhone(enrolment.phone)}</span>
        </Fact>
      ) : null}
      {enrolment.email ? <Fact name={t('enrolments.fields.email')}>{enrolment.email}</Fact> : null}
      {enrolment.referralId ? (
        <Fact name={t('enrolments.fields.referral')}>
          <a className="tab" href={`#/referrals/${enrolment.referralId}`}>
            {enrolment.referralNumber}
          </a>
        </Fact>
      ) : null}
      {review ? (
        <Fact name={t('enrolments.fields.review')}>
          <span className="row">
            {review.mean === null ? t('enrolments.notRead') : <Mean review={review} />}
            {review.lacking > 0 && isOneOf(candidateStages, enrolment.stage) ? (
              <span className="t3 sm">{t('enrolments.lacking', { count: review.lacking })}</span>
            ) : null}
          </span>
        </Fact>
      ) : null}
      {entry ? (
        <Fact name={t('enrolments.fields.entry')}>
          {format.day(enrolment.enrolledOn ?? entry.on)}
          <small>
            {joined([
              entry.status === null ? null : label('personStatus', entry.status),
              entry.education === null ? null : label('educationLevel', entry.education),
            ])}
          </small>
        </Fact>
      ) : null}
      {enrolment.outcomeClass ? (
        <Fact name={t('enrolments.fields.exit')}>
          {joined([
            enrolment.endedOn === null ? null : format.day(enrolment.endedOn),
            label('outcomeClass', enrolment.outcomeClass),
          ])}
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="kv-pair">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
