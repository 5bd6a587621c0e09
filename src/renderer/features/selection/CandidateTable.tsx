import { IconArrowsDiff, IconCheck, IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Candidate, Criterion } from '../../../shared/features/selection'
import { readersWanted } from '../../../shared/rules/selection'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { PersonName } from '../../ui/PersonName'
import { StateDot } from '../../ui/StateDot'

interface CandidateTableProps {
  readonly criteria: readonly Criterion[]
  readonly candidates: readonly Candidate[]
  readonly reading: string | null
  readonly onRead: (enrolmentId: string) => void
}

/** The ranking: each application, its mean mark for each criterion, its readers, and whether they agree. */
export function CandidateTable({ criteria, candidates, reading, onRead }: CandidateTableProps) {
  const { t } = useTranslation()

  function onKeyDown(event: React.KeyboardEvent<HTMLTableElement>): void {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.candidate-open')]
    const here = buttons.findIndex((button) => button === document.activeElement)
    if (way === undefined || here < 0) return
    event.preventDefault()
    buttons[here + way]?.focus()
  }

  return (
    <div className="candidates">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go from button to button; each is reached by Tab as well */}
      <table aria-label={t('selection.ranking')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('selection.place')}
            </th>
            <th scope="col">{t('selection.person')}</th>
            {criteria.map((criterion) => (
              <th scope="col" key={criterion.id} className="num criterion">
                {criterion.label}
                <small>{t('selection.weightOf', { count: criterion.weight })}</small>
              </th>
            ))}
            <th scope="col" className="num">
              {t('selection.mean')}
            </th>
            <th scope="col">{t('selection.readers')}</th>
            <th scope="col">{t('selection.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate) => (
            <Line
              key={candidate.enrolmentId}
              candidate={candidate}
              criteria={criteria}
              opened={candidate.enrolmentId === reading}
              onRead={() => onRead(candidate.enrolmentId)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LineProps {
  readonly candidate: Candidate
  readonly criteria: readonly Criterion[]
  readonly opened: boolean
  readonly onRead: () => void
}

function Line({ candidate, criteria, opened, onRead }: LineProps) {
  const label = useChoiceLabel()
  const format = useFormat()
  const { place, marks, summary, stage } = candidate
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : format.number(Math.round(value * 100) / 100)
  return (
    <tr data-opened={opened || undefined}>
      <td className="num t3">{place === null ? '' : format.number(place)}</td>
      <th scope="row">
        <button type="button" className="candidate-open" onClick={onRead}>
          <PersonName lastName={candidate.lastName} firstName={candidate.firstName} />
        </button>
        <small>{label('enrolmentStage', stage)}</small>
      </th>
      {criteria.map((criterion, index) => (
        <td key={criterion.id} className="num">
          {shown(marks[index])}
        </td>
      ))}
      <td className="num semi">{shown(summary?.mean)}</td>
      <td>
        <Readers summary={summary} />
      </td>
      <td>
        <Mine mine={candidate.mine} />
      </td>
    </tr>
  )
}

/** How many read it of those wanted, and what they do not agree on. */
function Readers({ summary }: Pick<Candidate, 'summary'>) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  if (summary === null) return <span className="t3">{t('selection.hidden')}</span>
  const { readers, lacking, disagreements } = summary
  return (
    <span className="readers">
      <span className={lacking > 0 ? 'tab t3' : 'tab'}>
        {format.number(readers)} / {format.number(readersWanted)}
      </span>
      {disagreements.length > 0 ? (
        <span className="row tone-warn toned">
          <IconArrowsDiff size={15} />
          {disagreements.map((kind) => label('disagreementKind', kind)).join(', ')}
        </span>
      ) : null}
    </span>
  )
}

function Mine({ mine }: Pick<Candidate, 'mine'>) {
  const { t } = useTranslation()
  switch (mine) {
    case 'toRead':
      return (
        <StateDot tone="info" hollow>
          {t('selection.mineIs.toRead')}
        </StateDot>
      )
    case 'read':
      return (
        <span className="row">
          <IconCheck size={15} />
          {t('selection.mineIs.read')}
        </span>
      )
    case 'conflict':
      return (
        <span className="row t3">
          <IconEyeOff size={15} />
          {t('selection.mineIs.conflict')}
        </span>
      )
  }
}
