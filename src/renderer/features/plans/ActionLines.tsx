import { ActionIcon, Autocomplete, Checkbox, Menu, Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconPlus, IconTarget, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Goal, PlanAction } from '../../../shared/features/plans'
import { type ActionWho, actionWhos } from '../../../shared/rules/coaching'
import { fold } from '../../../shared/rules/fold'
import { ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { today } from '../../today'
import { InlineDay } from './InlineDay'
import { InlineText } from './InlineText'
import type { PlanUpdates } from './use-plan-updates'

interface ActionLinesProps {
  readonly personId: string
  /** Null for those that serve no goal in particular. */
  readonly goalId: string | null
  readonly goals: readonly Goal[]
  readonly actions: readonly PlanAction[]
  readonly updates: PlanUpdates
  /** Its goal is over: nothing is added to it. */
  readonly closed?: boolean
}

/** The actions of a goal, in their order, and one more: from the library or in one's own words. */
export function ActionLines({ personId, goalId, goals, actions, updates, closed = false }: ActionLinesProps) {
  return (
    <>
      <ol className="plan-actions">
        {actions.map((action, index) => (
          <ActionLine
            key={action.id}
            action={action}
            place={index}
            count={actions.length}
            goals={goals}
            updates={updates}
          />
        ))}
      </ol>
      {closed ? null : <NewAction personId={personId} goalId={goalId} updates={updates} />}
    </>
  )
}

interface ActionLineProps {
  readonly action: PlanAction
  readonly place: number
  readonly count: number
  readonly goals: readonly Goal[]
  readonly updates: PlanUpdates
}

function ActionLine({ action, place, count, goals, updates }: ActionLineProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const { title, who, whoName, dueOn, doneOn } = action
  return (
    <li className="plan-action">
      <Checkbox
        aria-label={t('plans.doneOf', { title })}
        checked={doneOn !== null}
        onChange={(event) => void updates.action(action, { doneOn: event.currentTarget.checked ? today() : null })}
      />
      <div className="grow">
        <InlineText
          label={t('plans.action', { number: place + 1 })}
          done={doneOn !== null}
          value={title}
          maxLength={200}
          onSave={(text) => void updates.action(action, { title: text })}
        />
        <div className="plan-facts">
          <Select
            size="xs"
            variant="unstyled"
            aria-label={t('plans.whoOf', { title })}
            data={actionWhos.map((code) => ({ value: code, label: label('actionWho', code) }))}
            value={who}
            onChange={(code) => code && void updates.action(action, { who: code as ActionWho })}
          />
          {who === 'other' ? (
            <InlineText
              mayBeEmpty
              label={t('plans.nameOf', { title })}
              placeholder={t('plans.whoName')}
              value={whoName ?? ''}
              maxLength={100}
              onSave={(name) => void updates.action(action, { whoName: name === '' ? null : name })}
            />
          ) : null}
          <InlineDay
            label={t('plans.dueOf', { title })}
            words="due"
            over={doneOn !== null}
            value={dueOn}
            onSave={(day) => void updates.action(action, { dueOn: day })}
          />
        </div>
      </div>
      <ActionMenu action={action} place={place} count={count} goals={goals} updates={updates} />
    </li>
  )
}

function ActionMenu({ action, place, count, goals, updates }: ActionLineProps) {
  const { t } = useTranslation()
  const { id, goalId, title } = action
  const move = (position: number, to: string | null = goalId) =>
    void updates.run(() => ask('plans.moveAction', { id, goalId: to, position }))
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('plans.actsOf', { title })}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={place === 0} onClick={() => move(place - 1)}>
          {t('plans.moveUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} />}
          disabled={place === count - 1}
          onClick={() => move(place + 1)}
        >
          {t('plans.moveDown')}
        </Menu.Item>
        {goals
          .filter((goal) => goal.id !== goalId)
          .map((goal) => (
            <Menu.Item key={goal.id} leftSection={<IconTarget size={16} />} onClick={() => move(999, goal.id)}>
              {t('plans.moveTo', { title: goal.title })}
            </Menu.Item>
          ))}
        {goalId === null ? null : (
          <Menu.Item leftSection={<IconTarget size={16} />} onClick={() => move(999, null)}>
            {t('plans.moveOut')}
          </Menu.Item>
        )}
        <Menu.Item
          data-danger
          leftSection={<IconTrash size={16} />}
          onClick={() => void updates.run(() => ask('plans.removeAction', { id }), t('plans.actionRemoved', { title }))}
        >
          {t('plans.removeAction')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function NewAction({ personId, goalId, updates }: Pick<ActionLinesProps, 'personId' | 'goalId' | 'updates'>) {
  const { t } = useTranslation()
  const library = useQuery('plans.library', {}).data ?? []
  const [title, setTitle] = useState('')

  async function add(words: string): Promise<void> {
    const text = words.trim()
    if (text === '') return
    setTitle('')
    const entry = library.find((one) => !one.retired && fold(one.title) === fold(text))
    await updates.run(() =>
      ask('plans.addAction', { personId, goalId, libraryId: entry?.id ?? null, title: entry?.title ?? text }),
    )
  }

  return (
    <form
      className="plan-new-action"
      onSubmit={(event) => {
        event.preventDefault()
        void add(title)
      }}
    >
      <ActionIcon type="submit" size="sm" aria-label={t('plans.addAction')}>
        <IconPlus size={15} />
      </ActionIcon>
      <Autocomplete
        size="xs"
        variant="unstyled"
        aria-label={t('plans.newAction')}
        placeholder={t('plans.newActionHint')}
        data={library.filter(({ retired }) => !retired).map((entry) => entry.title)}
        limit={8}
        maxLength={200}
        value={title}
        onChange={setTitle}
        onOptionSubmit={(chosen) => void add(chosen).then(() => setTitle(''))}
      />
    </form>
  )
}
