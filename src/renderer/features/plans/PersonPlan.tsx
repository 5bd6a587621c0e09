import { Button, Skeleton, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../shared/features/plans'
import { ask, useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { ErrorState } from '../../ui/ErrorState'
import { PrintMenu } from '../../paper/PrintMenu'
import { ActionLines } from './ActionLines'
import { Barriers } from './Barriers'
import { GoalBlock } from './GoalBlock'
import { usePlanPage } from './plan-page'
import { type PlanUpdates, usePlanUpdates } from './use-plan-updates'
import './plans.css'

/** The whole plan of someone on one page: goals with their actions, those without a goal, and what stands in the way. */
export function PersonPlan({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data: plan, error, refetch } = useQuery('plans.ofPerson', { personId })
  const updates = usePlanUpdates(personId)
  const page = usePlanPage()
  if (error && plan === undefined)
    return <ErrorState title={t('plans.failed')} body={words(error)} onRetry={() => void refetch()} />
  if (plan === undefined) return <Skeleton height={120} />
  const nothing = plan.goals.length + plan.actions.length + plan.barriers.length === 0
  return (
    <>
      <section className="coaching-part" aria-label={t('plans.title')}>
        <h2 className="h2">
          {t('plans.title')}
          <span className="end">
            <PrintMenu label={t('plans.print')} disabled={nothing} size="xs" subtle page={() => page(personId)} />
          </span>
        </h2>
        {plan.goals.length + plan.actions.length === 0 ? <p className="t3">{t('plans.none')}</p> : null}
        <Goals plan={plan} updates={updates} />
      </section>
      <Barriers plan={plan} updates={updates} />
      {updates.dialog}
    </>
  )
}

function Goals({ plan, updates }: { plan: Plan; updates: PlanUpdates }) {
  const { t } = useTranslation()
  const { personId, goals, actions } = plan
  const loose = actions.filter(({ goalId }) => goalId === null)
  return (
    <>
      <ol className="plan-goals">
        {goals.map((goal, index) => (
          <GoalBlock
            key={goal.id}
            goal={goal}
            place={index}
            goals={goals}
            actions={actions.filter(({ goalId }) => goalId === goal.id)}
            updates={updates}
          />
        ))}
      </ol>
      <NewGoal personId={personId} updates={updates} />
      {goals.length > 0 || loose.length > 0 ? (
        <section className="plan-loose" aria-label={t('plans.loose')}>
          <h3 className="h3">{t('plans.loose')}</h3>
          <ActionLines personId={personId} goalId={null} goals={goals} actions={loose} updates={updates} />
        </section>
      ) : null}
    </>
  )
}

function NewGoal({ personId, updates }: { personId: string; updates: PlanUpdates }) {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  async function add(): Promise<void> {
    const text = title.trim()
    if (text === '') return
    setTitle('')
    await updates.run(() => ask('plans.addGoal', { personId, title: text }), t('plans.goalAdded'))
  }
  return (
    <form
      className="plan-add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextInput
        aria-label={t('plans.newGoal')}
        placeholder={t('plans.newGoalHint')}
        autoComplete="off"
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" leftSection={<IconPlus size={15} />} disabled={title.trim() === ''}>
        {t('plans.addGoal')}
      </Button>
    </form>
  )
}
