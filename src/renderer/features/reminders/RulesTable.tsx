import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReminderRule } from '../../../shared/features/reminders'
import { useFormat } from '../../i18n/format'
import { StateDot } from '../../ui/StateDot'
import { useRuleWords } from './use-rule-words'

interface RulesTableProps {
  /** Null while they are read: rows are drawn empty. */
  readonly rules: readonly ReminderRule[] | null
  readonly onEdit: (rule: ReminderRule) => void
  readonly onActive: (rule: ReminderRule, active: boolean) => void
  readonly onRemove: (rule: ReminderRule) => void
}

export function RulesTable({ rules, ...acts }: RulesTableProps) {
  const { t } = useTranslation()
  return (
    <table className="plain-table" aria-busy={rules === null} aria-label={t('reminders.title')}>
      <thead>
        <tr>
          <th scope="col">{t('reminders.rule')}</th>
          <th scope="col">{t('reminders.state')}</th>
          <th scope="col">{t('reminders.last')}</th>
          <th scope="col">
            <span className="vh">{t('common.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rules === null
          ? [1, 2].map((row) => (
              <tr key={row}>
                <td colSpan={4} aria-label={t('common.loading')}>
                  <div className="bar" />
                </td>
              </tr>
            ))
          : rules.map((rule) => <RuleRow key={rule.id} rule={rule} {...acts} />)}
      </tbody>
    </table>
  )
}

function RuleRow({ rule, onEdit, onActive, onRemove }: Omit<RulesTableProps, 'rules'> & { rule: ReminderRule }) {
  const { t } = useTranslation()
  const format = useFormat()
  const when = useRuleWords()
  const { title, active } = rule
  return (
    <tr data-muted={!active || undefined}>
      <td>
        <b className="med">{title}</b>
        <div className="t3 sm">{when(rule)}</div>
      </td>
      <td>
        <StateDot tone={active ? 'progress' : 'neutral'} hollow={!active}>
          {active ? t('reminders.active') : t('reminders.stopped')}
        </StateDot>
      </td>
      <td>
        {rule.lastOn === null ? t('reminders.never') : format.day(rule.lastOn)}
        {rule.openTasks > 0 ? <div className="t3 sm">{t('reminders.waiting', { count: rule.openTasks })}</div> : null}
      </td>
      <td className="acts">
        <Button
          size="xs"
          variant="subtle"
          aria-label={t(active ? 'reminders.stopNamed' : 'reminders.startNamed', { title })}
          onClick={() => onActive(rule, !active)}
        >
          {t(active ? 'reminders.stop' : 'reminders.start')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('reminders.editNamed', { title })}
          onClick={() => onEdit(rule)}
        >
          {t('lists.edit')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('reminders.removeNamed', { title })}
          onClick={() => onRemove(rule)}
        >
          {t('reminders.remove')}
        </Button>
      </td>
    </tr>
  )
}
