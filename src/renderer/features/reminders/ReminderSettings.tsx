import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReminderFields, ReminderRule } from '../../../shared/features/reminders'
import { proposedRules, reminderFieldsFor } from '../../../shared/rules/reminders'
import type { SpaceKind } from '../../../shared/rules/values'
import { ask, useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { useTold } from '../../told'
import { ErrorState } from '../../ui/ErrorState'
import { RuleDialog } from './RuleDialog'
import { RulesTable } from './RulesTable'
import { useRuleWords } from './use-rule-words'
import './reminders.css'

/** The rules of the space: what each reminds of, when it last did, and the two that are worth having. */
export function ReminderSettings({ kind }: { kind: SpaceKind }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const told = useTold()
  const rules = useQuery('reminders.rules', {}, { keepPrevious: true })
  const [edited, setEdited] = useState<ReminderRule | 'new' | null>(null)

  /** What a rule has to say today is said at once, rather than when the day changes. */
  async function write(act: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await act()
      told.done(done)
      await ask('reminders.run', {})
    } catch (problem) {
      told.failed(problem)
    }
  }
  const setActive = ({ id, version, title }: ReminderRule, active: boolean) =>
    write(() => ask('reminders.updateRule', { id, version, fields: { active } }), t('reminders.saved', { title }))
  const take = (fields: ReminderFields) =>
    write(() => ask('reminders.createRule', fields), t('reminders.saved', { title: fields.title }))

  if (rules.error && !rules.data) {
    return <ErrorState title={t('reminders.failed')} body={words(rules.error)} onRetry={() => void rules.refetch()} />
  }
  return (
    <div className="reminders">
      <h2 className="h2">{t('reminders.title')}</h2>
      <p className="t2 reminders-about">{t('reminders.body')}</p>
      {rules.data?.length === 0 ? (
        <p className="t3">{t('reminders.none')}</p>
      ) : (
        <RulesTable
          rules={rules.data ?? null}
          onEdit={setEdited}
          onActive={(rule, active) => void setActive(rule, active)}
          onRemove={({ id }) => void write(() => ask('reminders.removeRule', { id }), t('reminders.removed'))}
        />
      )}
      <Button leftSection={<IconPlus size={15} />} onClick={() => setEdited('new')}>
        {t('reminders.add')}
      </Button>
      {rules.data ? <Proposals kind={kind} rules={rules.data} onTake={(fields) => void take(fields)} /> : null}
      {edited === null ? null : (
        <RuleDialog kind={kind} rule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </div>
  )
}

interface ProposalsProps {
  readonly kind: SpaceKind
  readonly rules: readonly ReminderRule[]
  readonly onTake: (fields: ReminderFields) => void
}

/** What is not taken yet, and can be had here. */
function Proposals({ kind, rules, onTake }: ProposalsProps) {
  const { t } = useTranslation()
  const when = useRuleWords()
  const titles = {
    documentExpiry: t('reminders.proposals.documentExpiry'),
    lastContact: t('reminders.proposals.lastContact'),
  }
  const left = proposedRules.flatMap((rule) => {
    const title = rule.dateField === 'documentExpiry' || rule.dateField === 'lastContact' ? titles[rule.dateField] : ''
    const offered = reminderFieldsFor(kind).includes(rule.dateField)
    return offered && rules.every(({ dateField }) => dateField !== rule.dateField) ? [{ ...rule, title }] : []
  })
  if (left.length === 0) return null
  return (
    <section className="reminders-proposed" aria-label={t('reminders.proposed')}>
      <h3 className="h3">{t('reminders.proposed')}</h3>
      <p className="t3">{t('reminders.proposedBody')}</p>
      <ul>
        {left.map((rule) => (
          <li key={rule.dateField}>
            <span className="grow">
              <b className="med">{rule.title}</b>
              <small>{when(rule)}</small>
            </span>
            <Button
              size="xs"
              aria-label={t('reminders.startNamed', { title: rule.title })}
              onClick={() => onTake({ ...rule, active: true })}
            >
              {t('reminders.start')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
