import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { StateDot } from '../../ui/StateDot'
import './plans.css'

/** The goals of someone in a few words, beside their thread. No goal, nothing shown. */
export function GoalLines({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const plan = useQuery('plans.ofPerson', { personId }).data
  const goals = (plan?.goals ?? []).filter(({ state }) => state !== 'dropped')
  if (goals.length === 0) return null
  const reached = goals.filter(({ state }) => state === 'reached').length
  return (
    <section>
      <h2 className="h3">
        {t('plans.goals')} <span className="end">{t('plans.reachedOf', { done: reached, total: goals.length })}</span>
      </h2>
      <ul className="goal-lines">
        {goals.map(({ id, title, state, targetOn }) => (
          <li key={id}>
            <StateDot tone={state === 'reached' ? 'done' : 'progress'}>{title}</StateDot>
            {state === 'open' && targetOn !== null ? (
              <small>{t('plans.aimedAt', { day: format.day(targetOn) })}</small>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
