import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconCheck, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Barrier, Plan } from '../../../shared/features/plans'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { today } from '../../today'
import { StateDot } from '../../ui/StateDot'
import { BarrierDrawer } from './BarrierDrawer'
import type { PlanUpdates } from './use-plan-updates'

/** What stands in the way of someone besides the project itself, and what came of it. */
export function Barriers({ plan, updates }: { plan: Plan; updates: PlanUpdates }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Barrier | 'new' | null>(null)
  return (
    <section className="coaching-part" aria-label={t('plans.barriers')}>
      <h2 className="h2">
        {t('plans.barriers')}
        <Button
          className="end"
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size={15} />}
          onClick={() => setAsked('new')}
        >
          {t('plans.addBarrier')}
        </Button>
      </h2>
      {plan.barriers.length === 0 ? <p className="t3">{t('plans.noBarrier')}</p> : null}
      <ul className="plan-barriers">
        {plan.barriers.map((barrier) => (
          <Line key={barrier.id} barrier={barrier} updates={updates} onEdit={() => setAsked(barrier)} />
        ))}
      </ul>
      {asked === null ? null : (
        <BarrierDrawer
          key={asked === 'new' ? 'new' : asked.id}
          personId={plan.personId}
          barrier={asked === 'new' ? null : asked}
          updates={updates}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

function Line({ barrier, updates, onEdit }: { barrier: Barrier; updates: PlanUpdates; onEdit: () => void }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const { id, kind, openedOn, closedOn, outcome, note } = barrier
  const name = label('barrierKind', kind)
  return (
    <li>
      <div className="grow">
        <div className="row wrap">
          <b className="med">{name}</b>
          <StateDot
            tone={outcome === null ? 'warn' : outcome === 'resolved' ? 'done' : 'neutral'}
            hollow={outcome === 'unresolved'}
          >
            {outcome === null ? t('plans.stillThere') : label('barrierOutcome', outcome)}
          </StateDot>
          <span className="t3 sm tab">
            {closedOn === null
              ? t('plans.since', { day: format.day(openedOn) })
              : t('plans.fromTo', { from: format.day(openedOn), to: format.day(closedOn) })}
          </span>
        </div>
        {note === null ? null : <p className="t2">{note}</p>}
      </div>
      {closedOn === null ? (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconCheck size={15} />}
          aria-label={t('plans.resolveNamed', { name })}
          onClick={() => void updates.barrier(barrier, { closedOn: today(), outcome: 'resolved' })}
        >
          {t('plans.resolve')}
        </Button>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t('plans.actsOf', { title: name })}>
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {t('lists.edit')}
          </Menu.Item>
          <Menu.Item
            data-danger
            leftSection={<IconTrash size={16} />}
            onClick={() =>
              void updates.run(() => ask('plans.removeBarrier', { id }), t('plans.barrierRemoved', { name }))
            }
          >
            {t('plans.removeBarrier')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
