import { ActionIcon, Menu, Select } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconDots,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Goal, PlanAction } from '../../../shared/features/plans'
import { type CoachingTheme, type GoalState, coachingThemes } from '../../../shared/rules/coaching'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { StateDot } from '../../ui/StateDot'
import type { Tone } from '../../ui/tones'
import { ActionLines } from './ActionLines'
import { InlineDay } from './InlineDay'
import { InlineText } from './InlineText'
import type { PlanUpdates } from './use-plan-updates'

interface GoalBlockProps {
  readonly goal: Goal
  readonly place: number
  readonly goals: readonly Goal[]
  readonly actions: readonly PlanAction[]
  readonly updates: PlanUpdates
}

const looks: Readonly<Record<GoalState, { readonly tone: Tone; readonly hollow?: boolean }>> = {
  open: { tone: 'progress' },
  reached: { tone: 'done' },
  dropped: { tone: 'neutral', hollow: true },
}

/** One goal and its actions, every word of it edited where it stands. */
export function GoalBlock({ goal, place, goals, actions, updates }: GoalBlockProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  return (
    <li className="plan-goal">
      <div className="row">
        <InlineText
          strong
          label={t('plans.goal', { number: place + 1 })}
          value={goal.title}
          maxLength={200}
          onSave={(title) => void updates.goal(goal, { title })}
        />
        <GoalMenu goal={goal} place={place} count={goals.length} updates={updates} />
      </div>
      <div className="plan-facts">
        <StateDot {...looks[goal.state]}>
          {label('goalState', goal.state)}
          {goal.state === 'open' ? null : ` ${format.day(goal.stateOn)}`}
        </StateDot>
        <Select
          size="xs"
          variant="unstyled"
          aria-label={t('plans.themeOf', { title: goal.title })}
          placeholder={t('plans.theme')}
          data={coachingThemes.map((code) => ({ value: code, label: label('coachingTheme', code) }))}
          value={goal.theme}
          allowDeselect
          onChange={(theme) => void updates.goal(goal, { theme: theme as CoachingTheme | null })}
        />
        <InlineDay
          label={t('plans.targetOf', { title: goal.title })}
          words="target"
          value={goal.targetOn}
          onSave={(targetOn) => void updates.goal(goal, { targetOn })}
        />
      </div>
      <ActionLines
        personId={goal.personId}
        goalId={goal.id}
        goals={goals}
        actions={actions}
        updates={updates}
        closed={goal.state !== 'open'}
      />
    </li>
  )
}

interface GoalMenuProps {
  readonly goal: Goal
  readonly place: number
  readonly count: number
  readonly updates: PlanUpdates
}

function GoalMenu({ goal, place, count, updates }: GoalMenuProps) {
  const { t } = useTranslation()
  const move = (position: number) => void updates.run(() => ask('plans.moveGoal', { id: goal.id, position }))
  const become = (state: GoalState) => void updates.goal(goal, { state })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('plans.actsOf', { title: goal.title })}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {goal.state === 'reached' ? null : (
          <Menu.Item leftSection={<IconCircleCheck size={16} />} onClick={() => become('reached')}>
            {t('plans.reached')}
          </Menu.Item>
        )}
        {goal.state === 'dropped' ? null : (
          <Menu.Item leftSection={<IconCircleX size={16} />} onClick={() => become('dropped')}>
            {t('plans.drop')}
          </Menu.Item>
        )}
        {goal.state === 'open' ? null : (
          <Menu.Item leftSection={<IconCircleDashed size={16} />} onClick={() => become('open')}>
            {t('plans.takeUp')}
          </Menu.Item>
        )}
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
        <Menu.Item
          data-danger
          leftSection={<IconTrash size={16} />}
          onClick={() =>
            void updates.run(
              () => ask('plans.removeGoal', { id: goal.id }),
              t('plans.goalRemoved', { title: goal.title }),
            )
          }
        >
          {t('plans.removeGoal')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
