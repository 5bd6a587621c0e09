import { useTranslation } from 'react-i18next'
import type { SupportSummary } from '../../../shared/features/supports'
import { scaleDifference, scaleMoments, scaleRaters } from '../../../shared/rules/coaching'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { durationWords } from '../../i18n/duration'
import { useFormat } from '../../i18n/format'
import { escaped } from '../../escaped'
import { paper } from '../../paper'
import type { PaperPage } from '../../paper/html'
import { usePreferences } from '../../theme/preferences'

/** The summary of a spell as a document, made of what was noted and of what both say of it. */
export function useSummaryPage(): (supportId: string) => Promise<PaperPage> {
  const { language } = usePreferences()
  const words = useSummaryWords()
  const { t } = useTranslation()
  return async (id) => {
    const summary = await ask('supports.summary', { id })
    const name = `${summary.support.firstName} ${summary.support.lastName}`.trim()
    const parts = [
      words.head(summary, name),
      words.quotes(summary),
      words.figures(summary),
      words.goals(summary),
      words.scales(summary),
      words.barriers(summary),
      words.next(summary),
      `<footer>${escaped(t('supports.paper.foot'))}</footer>`,
    ]
    return paper({ title: t('supports.paper.file', { name }), language, style, body: parts.join('\n') })
  }
}

function useSummaryWords() {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const items = (lines: readonly string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`
  const section = (title: string, body: string) => `<h2>${escaped(title)}</h2>${body}`

  return {
    head({ organisationName, support, until }: SupportSummary, name: string): string {
      const { coachName, programmeName, startedOn, endedOn, endReason } = support
      const dates = { from: format.day(startedOn), to: format.day(until) }
      const lines = [
        endedOn === null ? t('supports.paper.soFar', dates) : t('supports.paper.dates', dates),
        t('supports.paper.coach', { name: coachName }),
        ...(programmeName === null ? [] : [programmeName]),
        ...(endReason === null ? [] : [label('supportEndReason', endReason)]),
      ]
      return `<header><b>${escaped(organisationName)}</b><b>${escaped(format.day(until))}</b></header>
<h1>${escaped(t('supports.paper.title', { name }))}</h1>
<p class="quiet">${escaped(lines.join(' · '))}</p>`
    },
    quotes({ support: { personWords, coachWords, firstName, coachName } }: SupportSummary): string {
      const quote = (text: string | null, by: string) =>
        text === null ? '' : `<blockquote><p>${escaped(text)}</p><small>${escaped(by)}</small></blockquote>`
      return quote(personWords, firstName) + quote(coachWords, coachName)
    },
    figures({ support: { sessions, minutes }, byMode, themes, missed }: SupportSummary): string {
      const modes = byMode.map(
        ({ mode, sessions: count, minutes: time }) => `${label('sessionMode', mode)} ${count} (${durationWords(time)})`,
      )
      const about = themes.map(({ theme, sessions: count }) => `${label('coachingTheme', theme)} (${count})`)
      return section(
        t('supports.paper.sessions'),
        `<p class="figures"><b>${sessions}</b> ${escaped(t('supports.paper.held', { count: sessions }))}
<b>${escaped(durationWords(minutes))}</b>${
          missed > 0 ? ` <b>${missed}</b> ${escaped(t('supports.paper.missed', { count: missed }))}` : ''
        }</p>${modes.length > 0 ? `<p>${escaped(modes.join(', '))}</p>` : ''}${
          about.length > 0 ? `<p>${escaped(t('supports.paper.about', { themes: about.join(', ') }))}</p>` : ''
        }`,
      )
    },
    goals({ goals, actionsDone }: SupportSummary): string {
      if (goals.length === 0 && actionsDone === 0) return ''
      const lines = goals.map(
        ({ title, state, stateOn }) =>
          `<b>${escaped(title)}</b> <span class="quiet">${escaped(label('goalState', state))}${
            state === 'open' ? '' : escaped(`, ${format.day(stateOn)}`)
          }</span>`,
      )
      const done = actionsDone > 0 ? `<p>${escaped(t('supports.paper.actionsDone', { count: actionsDone }))}</p>` : ''
      return section(t('supports.paper.goals'), items(lines) + done)
    },
    scales({ scales }: SupportSummary): string {
      if (scales.length === 0) return ''
      const moments = scaleMoments.filter((moment) => scales.some((one) => one.moment === moment))
      const raters = scaleRaters.filter((rater) => scales.some((one) => one.rater === rater))
      const themes = new Map(scales.map(({ themeId, label: theme }) => [themeId, theme]))
      const heads = raters.flatMap((rater) => [
        ...moments.map(
          (moment) => `${label('scaleRater', rater)}, ${label('scaleMoment', moment).toLocaleLowerCase()}`,
        ),
        t('supports.paper.difference'),
      ])
      const rows = [...themes].map(([id, theme]) => {
        const cells = raters.flatMap((rater) => {
          const rated = scales.filter((one) => one.themeId === id && one.rater === rater)
          const scores = moments.map((moment) => String(rated.find((one) => one.moment === moment)?.score ?? ''))
          return [...scores, signed(scaleDifference(rated))]
        })
        return `<tr><td>${escaped(theme)}</td>${cells.map((cell) => `<td class="num">${cell}</td>`).join('')}</tr>`
      })
      return section(
        t('supports.paper.scales'),
        `<table><thead><tr><th></th>${heads.map((head) => `<th class="num">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
      )
    },
    barriers({ barriers }: SupportSummary): string {
      if (barriers.length === 0) return ''
      const lines = barriers.map(({ kind, openedOn, closedOn, outcome }) => {
        const state = outcome === null ? t('supports.paper.stillThere') : label('barrierOutcome', outcome)
        const days = closedOn === null ? format.day(openedOn) : `${format.day(openedOn)} – ${format.day(closedOn)}`
        return `<b>${escaped(label('barrierKind', kind))}</b> ${escaped(state.toLocaleLowerCase())} <span class="quiet">${escaped(days)}</span>`
      })
      return section(t('supports.paper.barriers'), items(lines))
    },
    next({ actionsLeft, nextSteps }: SupportSummary): string {
      const due = (dueOn: string | null) =>
        dueOn === null ? '' : ` <span class="quiet">${escaped(t('ui.beforeDay', { day: format.day(dueOn) }))}</span>`
      const lines = [
        ...nextSteps.map(({ title, dueOn }) => escaped(title) + due(dueOn)),
        ...actionsLeft.map(
          ({ title, who, whoName, dueOn }) =>
            `${escaped(title)} <span class="quiet">${escaped(whoName ?? label('actionWho', who))}</span>${due(dueOn)}`,
        ),
      ]
      return lines.length === 0 ? '' : section(t('supports.paper.next'), items(lines))
    },
  }
}

function signed(difference: number | null): string {
  if (difference === null) return ''
  return difference > 0 ? `+${difference}` : String(difference).replace('-', '−')
}

const style = `
blockquote { margin-top: 4mm; padding: 2.5mm 4mm; border-left: 0.8mm solid #125f5c; background: #f8f6f3; break-inside: avoid; }
blockquote small { display: block; margin-top: 1mm; }
.figures b { font-size: 12.5pt; }
.figures { color: #595349; }
.figures b { color: #201e1a; margin-left: 3mm; }
.figures b:first-child { margin-left: 0; }
li { padding: 0.8mm 0; break-inside: avoid; }
`
