import { Button, VisuallyHidden } from '@mantine/core'
import { IconMail, IconPhone, IconPhoneCheck } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayDetail } from '../../../shared/features/day'
import { formatPhone } from '../../../shared/rules/phone'
import { type ContactAttemptResult, contactAttemptResults } from '../../../shared/rules/values'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { callShell } from '../../shell'
import { useTold } from '../../told'
import { Initials } from '../../ui/Initials'
import { Keys } from '../../ui/Keys'
import { PersonName } from '../../ui/PersonName'
import { joined, useDayWords } from './day-words'
import { useWhy } from './use-why'

interface DayPanelProps {
  readonly item: DayDetail
  readonly answers: RefObject<HTMLDivElement | null>
  readonly onCalled: (result: ContactAttemptResult) => void
  readonly onOpen: () => void
}

/** Who it is about and how to reach them, why now, what was tried, and the call to record. */
export function DayPanel({ item, answers, onCalled, onOpen }: DayPanelProps) {
  const { t } = useTranslation()
  const why = useWhy()
  return (
    <>
      {item.person ? <Card item={item} onOpen={onOpen} /> : <Subject item={item} onOpen={onOpen} />}
      <section className="day-part">
        <h3 className="h3">{t('day.whyNow')}</h3>
        <p>{why(item)}</p>
        <Past item={item} />
      </section>
      {item.callOn === null ? null : (
        <section className="day-part">
          <h3 className="h3" id="day-note">
            {t('day.note')}
          </h3>
          <div className="day-answers" role="group" aria-labelledby="day-note" ref={answers}>
            <Answers onCalled={onCalled} />
          </div>
        </section>
      )}
    </>
  )
}

function Card({ item, onOpen }: Pick<DayPanelProps, 'item' | 'onOpen'>) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const { person, card, phone } = item
  if (!person) return null
  const facts = [
    card?.age == null ? null : t('day.age', { count: card.age }),
    card?.city ?? null,
    card?.qpvName == null ? null : t('day.qpv', { name: card.qpvName }),
  ]
  const wishes = [
    ...(card?.preference == null || card.preference === 'phone'
      ? []
      : [label('contactPreference', card.preference).toLocaleLowerCase()]),
    card && card.bestTimes.length > 0 ? format.either(card.bestTimes.map((time) => t(`day.bestTime.${time}`))) : null,
    card?.languageHelp === true ? t('day.languageHelp') : null,
  ]
  return (
    <header className="day-card">
      <div className="day-who">
        <Initials name={`${person.firstName} ${person.lastName}`} size="lg" tone="neutral" />
        <div className="grow">
          <h2 className="h2">
            <button type="button" className="day-name" title={t('day.open')} onClick={onOpen}>
              <PersonName lastName={person.lastName} firstName={person.firstName} />
            </button>
          </h2>
          <p className="t3 sm">{joined(facts)}</p>
        </div>
      </div>
      <div className="day-reach">
        {phone ? <PhoneLink phone={phone} /> : null}
        {phone === null && item.callOn !== null ? <span className="t3">{t('day.noPhone')}</span> : null}
        <span className="t3 sm day-wishes">{item.reason === 'feedback' ? item.facts.by : joined(wishes)}</span>
      </div>
    </header>
  )
}

/** Opens the program that dials, which asks first. */
function PhoneLink({ phone }: { phone: string }) {
  const told = useTold()
  const url = `tel:${phone}`
  return (
    <a
      className="day-bigphone tab"
      href={url}
      onClick={(event) => {
        event.preventDefault()
        void callShell('openExternal', { url }).catch(told.failed)
      }}
    >
      <IconPhone size={17} />
      {formatPhone(phone)}
    </a>
  )
}

/** A line about nobody: a sheet, a paper of an organisation, a task. */
function Subject({ item, onOpen }: Pick<DayPanelProps, 'item' | 'onOpen'>) {
  const { t } = useTranslation()
  const words = useDayWords()
  return (
    <header className="day-card">
      <h2 className="h2">{item.facts.title ?? words.what(item)}</h2>
      <p className="t3 sm">{item.facts.about}</p>
      {item.opens ? (
        <Button size="xs" className="day-open" onClick={onOpen}>
          {t('day.open')}
        </Button>
      ) : null}
    </header>
  )
}

function Past({ item }: Pick<DayPanelProps, 'item'>) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const toCall = item.act === 'call'
  if (item.past.length === 0 && !toCall) return null
  return (
    <ol className="day-past" aria-label={t('day.past')}>
      {item.past.map(({ id, at, channel, result }) => (
        <li key={id}>
          {channel === 'email' || channel === 'letter' ? (
            <IconMail size={15} />
          ) : result === 'reached' ? (
            <IconPhoneCheck size={15} />
          ) : (
            <IconPhone size={15} />
          )}
          <span className="tab">
            {format.instant(at)}
            <VisuallyHidden>{`, ${label('contactChannel', channel)}`}</VisuallyHidden>
          </span>
          <span className="t3">
            {result === null ? label('contactChannel', channel) : label('contactAttemptResult', result)}
          </span>
        </li>
      ))}
      {toCall ? (
        <li className="day-next">
          <IconPhone size={15} />
          <span>{t('day.due.today')}</span>
          <span>{t('day.toDo')}</span>
        </li>
      ) : null}
    </ol>
  )
}

function Answers({ onCalled }: Pick<DayPanelProps, 'onCalled'>) {
  const { t } = useTranslation()
  return contactAttemptResults.map((result, index) => (
    <Button
      key={result}
      size="xs"
      justify="flex-start"
      leftSection={<Keys keys={String(index + 1)} />}
      onClick={() => onCalled(result)}
    >
      {t(`day.answer.${result}`)}
    </Button>
  ))
}
