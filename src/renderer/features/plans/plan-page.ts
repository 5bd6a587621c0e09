import { useTranslation } from 'react-i18next'
import type { Plan, PlanAction } from '../../../shared/features/plans'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { escaped } from '../../escaped'
import { paper } from '../../paper'
import type { PaperPage } from '../../paper/html'
import { usePreferences } from '../../theme/preferences'
import { today } from '../../today'

/** The plan as a document of one page, to take home: boxes to tick, who, before when. */
export function usePlanPage(): (personId: string) => Promise<PaperPage> {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const { language } = usePreferences()

  const action = ({ title, who, whoName, dueOn, doneOn }: PlanAction): string =>
    `<tr><td class="box">${doneOn === null ? '☐' : '☑'}</td><td>${escaped(title)}</td><td>${escaped(
      whoName ?? label('actionWho', who),
    )}</td><td class="num">${escaped(doneOn !== null ? t('plans.paper.done', { day: format.day(doneOn) }) : dueOn === null ? '' : format.day(dueOn))}</td></tr>`
  const table = (actions: readonly PlanAction[]): string =>
    actions.length === 0
      ? ''
      : `<table><thead><tr><th></th><th>${escaped(t('plans.paper.what'))}</th><th>${escaped(t('plans.paper.who'))}</th><th class="num">${escaped(t('plans.paper.when'))}</th></tr></thead><tbody>${actions.map(action).join('')}</tbody></table>`

  function body(plan: Plan, name: string, coaches: readonly string[], organisationName: string): string {
    const goals = plan.goals.filter(({ state }) => state !== 'dropped')
    const of = (goalId: string | null) => plan.actions.filter((one) => one.goalId === goalId)
    const parts = goals.map((goal, index) => {
      const said = [
        goal.theme === null ? null : label('coachingTheme', goal.theme),
        goal.state === 'reached'
          ? t('plans.paper.reached', { day: format.day(goal.stateOn) })
          : goal.targetOn === null
            ? null
            : t('plans.aimedAt', { day: format.day(goal.targetOn) }),
      ].filter((part) => part !== null)
      return `<h2>${index + 1}. ${escaped(goal.title)} <small>${escaped(said.join(' · '))}</small></h2>${table(of(goal.id))}`
    })
    const loose = of(null)
    const open = plan.barriers.filter(({ closedOn }) => closedOn === null)
    return `<header><b>${escaped(organisationName)}</b><b>${escaped(format.day(today()))}</b></header>
<h1>${escaped(t('plans.paper.title', { name }))}</h1>
<p class="quiet">${escaped(coaches.length === 0 ? '' : t('plans.paper.coach', { names: format.list(coaches) }))}</p>
${parts.join('\n')}
${loose.length === 0 ? '' : `<h2>${escaped(t('plans.loose'))}</h2>${table(loose)}`}
${
  open.length === 0
    ? ''
    : `<h2>${escaped(t('plans.barriers'))}</h2><p>${escaped(open.map(({ kind }) => label('barrierKind', kind)).join(', '))}</p>`
}
<div class="sign"><div>${escaped(t('plans.paper.person'))}</div><div>${escaped(t('plans.paper.coachSign'))}</div></div>`
  }

  return async (personId) => {
    const [plan, person, spells, settings] = await Promise.all([
      ask('plans.ofPerson', { personId }),
      ask('people.get', { id: personId }),
      ask('supports.ofPerson', { personId }),
      ask('settings.get', {}),
    ])
    const name = `${person.firstName} ${person.lastName}`.trim()
    const coaches = spells.filter(({ endedOn }) => endedOn === null).map(({ coachName }) => coachName)
    return paper({
      title: t('plans.paper.file', { name }),
      language,
      style: `${style}${fitted(plan)}`,
      body: body(plan, name, coaches, settings.organisationName),
    })
  }
}

/** One page, whatever the plan holds: a long one is set smaller. */
function fitted({ goals, actions }: Plan): string {
  const lines = goals.length * 2.6 + actions.length
  if (lines <= 30) return ''
  const scale = Math.max(0.55, 30 / lines)
  return `body { zoom: ${scale.toFixed(2)}; }`
}

const style = `
h2 small { font-weight: 400; margin-left: 2mm; }
.box { width: 6mm; font-size: 11pt; line-height: 1; }
td:nth-child(3) { width: 34mm; }
td:nth-child(4) { width: 34mm; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin-top: 8mm; break-inside: avoid; }
.sign div { height: 18mm; border-top: 0.2mm solid #6e6861; padding-top: 1.5mm; color: #595349; font-size: 8.6pt; }
`
