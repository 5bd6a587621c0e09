import { Button } from '@mantine/core'
import { IconArrowRampRight, IconMapPin, IconShieldCheck, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/features/people'
import type { Referral } from '../../../shared/features/referrals'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { PersonName } from '../../ui/PersonName'
import { TaskLine, TaskLines } from '../../ui/TaskLines'
import { joined } from './names'
import type { PersonPart } from './PersonEditor'
import { ReferralClock } from './ReferralClock'
import { isToConfirm, isWaiting } from './use-referrals-of'

interface PersonNextProps {
  readonly person: Person
  readonly referrals: readonly Referral[]
  readonly onEdit: (part: PersonPart) => void
  readonly onReferral: (id: string) => void
  /** To note anew what was agreed to without a referral. */
  readonly onRenew: () => void
}

/** What waits for this person, the most pressing first: deadlines, then what is missing or doubtful. */
export function PersonNext({ person, referrals, onEdit, onReferral, onRenew }: PersonNextProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const twins = useTwins(person)
  const due = referrals.filter(isWaiting).toSorted((left, right) => dueOn(left).localeCompare(dueOn(right)))
  const unagreed = due.filter(({ agreement }) => agreement === null || agreement.withdrawnOn !== null)
  const aged = referrals.filter(({ confirmAgreementOn }) => isToConfirm(confirmAgreementOn))
  const answers = person.consents.filter(({ referralId, confirmOn }) => referralId === null && isToConfirm(confirmOn))
  const first = due.find(({ deadline }) => deadline !== null) // only a clock is pressing
  const others = due.filter((one) => one !== first)
  const doubtful = twins.length + (person.qpvState === 'toCheck' ? 1 : 0)
  const waits = due.length + unagreed.length + aged.length + answers.length + doubtful
  return (
    <>
      <section>
        <h2 className="h3">{t('people.next')}</h2>
        {first ? <FirstThing referral={first} onOpen={() => onReferral(first.id)} /> : null}
        {waits === 0 ? <p className="t3">{t('people.nothingToDo')}</p> : null}
        <TaskLines>
          {others.map((referral) => (
            <TaskLine key={referral.id} icon={IconArrowRampRight} to={() => onReferral(referral.id)}>
              <DueWords referral={referral} />
              <ReferralClock deadline={referral.deadline} />
            </TaskLine>
          ))}
          {unagreed.map((referral) => (
            <TaskLine key={`${referral.id} agreement`} icon={IconShieldCheck} to={() => onReferral(referral.id)}>
              {t('people.askAgreement')}
              <small>{t('people.askAgreementFor', { number: referral.number })}</small>
            </TaskLine>
          ))}
          {aged.map(({ id, number, confirmAgreementOn }) => (
            <TaskLine key={`${id} renewal`} icon={IconShieldCheck} to={`#/referrals/${id}?renewing=true`}>
              {t('people.confirmAgreement')}
              <small>{joined([number, t('ui.beforeDay', { day: format.day(confirmAgreementOn ?? '') })])}</small>
            </TaskLine>
          ))}
          {answers.map(({ id, purpose, confirmOn }) => (
            <TaskLine key={id} icon={IconShieldCheck} to={onRenew}>
              {t('people.confirmAgreement')}
              <small>
                {joined([label('consentPurpose', purpose), t('ui.beforeDay', { day: format.day(confirmOn ?? '') })])}
              </small>
            </TaskLine>
          ))}
          {person.qpvState === 'toCheck' ? (
            <TaskLine icon={IconMapPin} to={() => onEdit('home')}>
              {t('people.checkQpv')}
              <small>{t('people.checkQpvHint')}</small>
            </TaskLine>
          ) : null}
        </TaskLines>
      </section>
      {twins.length > 0 ? <Twins twins={twins} /> : null}
    </>
  )
}

function FirstThing({ referral, onOpen }: { referral: Referral; onOpen: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="person-first">
      <p className="med">
        <DueWords referral={referral} />
      </p>
      <ReferralClock deadline={referral.deadline} />
      <Button size="xs" variant="filled" leftSection={<IconArrowRampRight size={15} />} onClick={onOpen}>
        {t('people.openReferral')}
      </Button>
    </div>
  )
}

function DueWords({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const { deadline, number, state } = referral
  return (
    <>
      {deadline === null ? label('referralState', state) : label('deadlineRule', deadline.rule)}
      <small>
        {joined([number, deadline === null ? null : t('ui.beforeDay', { day: format.day(deadline.dueOn) })])}
      </small>
    </>
  )
}

type Twin = ReturnType<typeof useTwins>[number]

function Twins({ twins }: { twins: readonly Twin[] }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (
    <section>
      <h2 className="h3">{t('people.maybeSame')}</h2>
      <TaskLines>
        {twins.map((twin) => (
          <TaskLine key={twin.id} icon={IconUsers} to={`#/people/${twin.id}`}>
            <PersonName lastName={twin.lastName} firstName={twin.firstName} />
            <small>{joined(twin.reasons.map((reason) => label('duplicateReason', reason)))}</small>
          </TaskLine>
        ))}
      </TaskLines>
    </section>
  )
}

function useTwins(person: Person) {
  const values = (kind: 'phone' | 'email') =>
    person.contactPoints.filter((point) => point.kind === kind).map(({ value }) => value)
  const probe = {
    excludeId: person.id,
    firstName: person.firstName,
    lastName: person.lastName,
    birthDate: person.birthDate,
    birthYear: person.birthYear,
    phones: values('phone').slice(0, 10),
    emails: values('email').slice(0, 10),
    postcode: person.postcode,
  }
  const found = useQuery('people.duplicates', probe, { keepPrevious: true }).data ?? []
  return found.filter(({ level }) => level !== 'hint').slice(0, 3)
}

function dueOn({ deadline }: Referral): string {
  return deadline?.dueOn ?? '9999'
}
