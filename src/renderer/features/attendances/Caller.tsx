import { Button, Menu, SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HalfDay } from '../../../shared/rules/attendance'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Banner } from '../../ui/Banner'
import { NothingFound } from '../../ui/EmptyState'
import { useFirstFocus } from '../../ui/use-first-focus'
import { CallCounts } from './CallCounts'
import { CallList } from './CallList'
import { countsOf, isCalled } from './calling'
import { useCallKeys } from './use-call-keys'
import { useMarkOthers } from './use-mark-others'
import type { RollCallState } from './use-roll-call'
import { WalkIn } from './WalkIn'

/** The field where one calls, the counts in view, and everyone under it. */
export function Caller({ call }: { call: RollCallState }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const field = useFirstFocus<HTMLInputElement>()
  const [adding, setAdding] = useState(false)
  const keys = useCallKeys(call, field)
  const markOthers = useMarkOthers(call)
  const { workshop, people, halfDay, setHalfDay, ahead } = call
  const shown = useMemo(
    () => new Set(people.filter((person) => isCalled(person, keys.typed)).map(({ personId }) => personId)),
    [people, keys.typed],
  )

  return (
    <>
      <div className="roll-head">
        <div className="row roll-title">
          <h1 className="h1 cut">{workshop.title}</h1>
          {workshop.halfDays.length > 1 ? (
            <SegmentedControl
              className="end"
              size="xs"
              aria-label={t('attendances.halfDay')}
              value={halfDay}
              onChange={(value) => setHalfDay(value as HalfDay)}
              data={workshop.halfDays.map((half) => ({ value: half.halfDay, label: label('halfDay', half.halfDay) }))}
            />
          ) : null}
        </div>
        <div className="row wrap roll-tools">
          <TextInput
            ref={field}
            className="roll-field"
            aria-label={t('attendances.call')}
            aria-describedby="roll-keys"
            placeholder={t(ahead ? 'attendances.callHintAhead' : 'attendances.callHint')}
            leftSection={<IconSearch size={15} />}
            autoComplete="off"
            spellCheck={false}
            value={keys.typed}
            onChange={(event) => keys.type(event.currentTarget.value)}
            onKeyDown={keys.onKeyDown}
          />
          {ahead ? null : (
            <>
              <Menu>
                <Menu.Target>
                  <Button leftSection={<IconUsers size={15} />}>{t('attendances.others')}</Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => void markOthers('absent')}>{t('attendances.othersAbsent')}</Menu.Item>
                  <Menu.Item onClick={() => void markOthers('present')}>{t('attendances.othersPresent')}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
              <Button leftSection={<IconUserPlus size={15} />} onClick={() => setAdding(true)}>
                {t('attendances.walkIn')}
              </Button>
            </>
          )}
        </div>
        {ahead ? <Ahead call={call} /> : <CallCounts people={people} halfDay={halfDay} />}
        <p id="roll-keys" className="hint roll-keys">
          {t(ahead ? 'attendances.keysAhead' : 'attendances.keys')}
        </p>
        <p className="vh" role="status">
          {keys.said}
        </p>
      </div>
      {people.length === 0 ? (
        <NothingFound title={t('attendances.nobodyTitle')} body={t('attendances.nobodyBody')} />
      ) : (
        <CallList
          people={people}
          shown={shown}
          halfDay={halfDay}
          whole={call.whole}
          active={keys.active}
          delaying={keys.delaying}
          ahead={ahead}
          acts={keys.acts}
        />
      )}
      {people.length > 0 && shown.size === 0 ? (
        <NothingFound
          title={t('attendances.unknownTitle', { name: keys.typed })}
          body={t('attendances.unknownBody')}
          acts={ahead ? null : <Button onClick={() => setAdding(true)}>{t('attendances.walkIn')}</Button>}
        />
      ) : null}
      {adding ? (
        <WalkIn
          workshopId={workshop.id}
          halfDay={halfDay}
          typed={shown.size === 0 ? keys.typed : ''}
          onClose={() => {
            setAdding(false)
            keys.type('')
            field.current?.focus()
          }}
        />
      ) : null}
    </>
  )
}

/** When the roll opens, and the absences that were told until then. */
function Ahead({ call: { workshop, people, halfDay } }: { call: RollCallState }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { excused } = countsOf(people, halfDay)
  return (
    <Banner tone="info">
      {t('attendances.opensOn', { day: format.day(workshop.heldOn) })}{' '}
      {excused > 0 ? <b>{t('attendances.toldAhead', { count: excused })}</b> : null}
    </Banner>
  )
}
