import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DayPage } from '../../../shared/features/day'
import type { DayAxis } from '../../../shared/rules/day'
import { useFormat } from '../../i18n/format'

interface DayBarProps {
  readonly page: DayPage | undefined
  /** The parts that this space has. */
  readonly axes: readonly DayAxis[]
  readonly axis: DayAxis | null
  readonly onAxis: (axis: DayAxis | null) => void
  readonly who: 'mine' | 'everyone'
  readonly onWho: (who: 'mine' | 'everyone') => void
}

/** What part of the day is shown, and whose. */
export function DayBar({ page, axes, axis, onAxis, who, onWho }: DayBarProps) {
  const { t } = useTranslation()
  return (
    <div className="day-bar">
      <AxisTabs page={page} axes={axes} axis={axis} onAxis={onAxis} />
      <SegmentedControl
        className="end"
        aria-label={t('day.whose')}
        value={who}
        onChange={onWho}
        data={[
          { value: 'mine', label: t('day.who.mine') },
          { value: 'everyone', label: t('day.who.everyone') },
        ]}
      />
    </div>
  )
}

/** The parts of the day, with what waits in each; one where nothing does stays, so that it can be looked at. */
function AxisTabs({ page, axes, axis, onAxis }: Pick<DayBarProps, 'page' | 'axes' | 'axis' | 'onAxis'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const tab = (value: DayAxis | 'all', name: string, count: number | undefined) => ({
    value,
    label: (
      <span className="day-tab">
        {name} {count === undefined || count === 0 ? null : <span className="count">{format.number(count)}</span>}
      </span>
    ),
  })
  return (
    <SegmentedControl<DayAxis | 'all'>
      aria-label={t('day.axes')}
      value={axis ?? 'all'}
      onChange={(value) => onAxis(value === 'all' ? null : value)}
      data={[
        tab('all', t('day.all'), page?.waiting),
        ...axes.map((code) => tab(code, t(`day.axis.${code}`), page?.axes[code])),
      ]}
    />
  )
}
