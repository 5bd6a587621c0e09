import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criterion } from '../../../shared/features/selection'
import { ask } from '../../api'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import { CriterionForm } from './CriterionForm'

interface CriteriaProps {
  readonly cohortId: string
  readonly criteria: readonly Criterion[]
  readonly onClose: () => void
}

/** What is looked at in the applications of a cohort, in which order, and what each weighs. */
export function Criteria({ cohortId, criteria, onClose }: CriteriaProps) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<string | null>(criteria.length === 0 ? 'new' : null)
  const { order, remove } = useCriteriaActs(cohortId, criteria)
  return (
    <Drawer
      label={t('selection.criteria')}
      title={t('selection.criteria')}
      onClose={onClose}
      footer={
        <Button variant="subtle" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p className="hint">{t('selection.criteriaHint')}</p>
      <ol className="criteria">
        {criteria.map((criterion, index) => (
          <li key={criterion.id}>
            {editing === criterion.id ? (
              <CriterionForm cohortId={cohortId} criterion={criterion} onDone={() => setEditing(null)} />
            ) : (
              <>
                <div className="grow">
                  <p className="semi">
                    {criterion.label}{' '}
                    <span className="t3 med">{t('selection.weightOf', { count: criterion.weight })}</span>
                  </p>
                  {criterion.guidance ? <p className="t2 sm">{criterion.guidance}</p> : null}
                </div>
                <ActionIcon
                  aria-label={t('selection.up', { name: criterion.label })}
                  disabled={index === 0}
                  onClick={() => void order(index, -1)}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('selection.down', { name: criterion.label })}
                  disabled={index === criteria.length - 1}
                  onClick={() => void order(index, 1)}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('selection.edit', { name: criterion.label })}
                  onClick={() => setEditing(criterion.id)}
                >
                  <IconPencil size={16} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('selection.remove', { name: criterion.label })}
                  disabled={criterion.uses > 0}
                  title={criterion.uses > 0 ? t('selection.inUse', { count: criterion.uses }) : undefined}
                  onClick={() => void remove(criterion)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </>
            )}
          </li>
        ))}
      </ol>
      {editing === 'new' ? (
        <CriterionForm cohortId={cohortId} criterion={null} onDone={() => setEditing(null)} />
      ) : (
        <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
          {t('selection.addCriterion')}
        </Button>
      )}
    </Drawer>
  )
}

function useCriteriaActs(cohortId: string, criteria: readonly Criterion[]) {
  const { t } = useTranslation()
  const told = useTold()

  async function order(index: number, way: -1 | 1): Promise<void> {
    const ids = criteria.map(({ id }) => id)
    const [moved] = ids.splice(index, 1)
    if (moved === undefined) return
    ids.splice(index + way, 0, moved)
    try {
      await ask('selection.orderCriteria', { cohortId, ids })
      told.done(t('selection.ordered'))
    } catch (problem) {
      told.failed(problem)
    }
  }

  async function remove({ id, label }: Criterion): Promise<void> {
    try {
      await ask('selection.removeCriterion', { id })
      told.done(t('selection.removed', { name: label }))
    } catch (problem) {
      told.failed(problem)
    }
  }

  return { order, remove }
}
