import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Programme } from '../../../shared/features/programmes'
import { type ProgrammeIndicator, programmeIndicators } from '../../../shared/rules/programmes'
import { ask } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { filled } from '../../forms/place'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useWholeList } from '../../forms/use-whole-list'
import { useChoiceLabel } from '../../i18n/choices'
import { useTold } from '../../told'
import { FieldLabel } from '../../ui/FieldLabel'

interface Line {
  readonly key: string
  readonly id: string | null
  readonly indicator: ProgrammeIndicator
  readonly label: string
  readonly target: number | null
}

/** What was promised, in numbers that Palier counts by itself. */
export function GoalsDrawer({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const { lines, add, change, remove } = useWholeList<Line>(
    programme.goals.map(({ id, indicator, label, target }) => ({ key: id, id, indicator, label: label ?? '', target })),
    (key) => ({ key, id: null, indicator: 'entrants', label: '', target: null }),
  )
  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    const goals = lines.flatMap(({ id, indicator, label, target }) =>
      target === null ? [] : [{ id, indicator, label: filled(label), target }],
    )
    if (goals.length < lines.length) return false
    await ask('programmes.setGoals', { id: programme.id, goals })
    told.done(t('programmes.goalsSaved'))
    return true
  }

  return (
    <FormDrawer label={t('programmes.goals')} {...drawer}>
      <ul className="programme-lines">
        {lines.map((line) => (
          <GoalLine
            key={line.key}
            line={line}
            asked={asked}
            onChange={(part) => change(line.key, part)}
            onRemove={() => remove(line.key)}
          />
        ))}
      </ul>
      <Button size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
        {t('programmes.addGoal')}
      </Button>
      <p className="hint programme-hint">{t('programmes.goalsHint')}</p>
    </FormDrawer>
  )
}

interface GoalLineProps {
  readonly line: Line
  readonly asked: boolean
  readonly onChange: (part: Partial<Line>) => void
  readonly onRemove: () => void
}

function GoalLine({ line, asked, onChange, onRemove }: GoalLineProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (
    <li className="programme-line wrap">
      <Select
        className="grow"
        label={t('programmes.indicator')}
        data={programmeIndicators.map((one) => ({ value: one, label: label('programmeIndicator', one) }))}
        value={line.indicator}
        onChange={(chosen) =>
          onChange({ indicator: programmeIndicators.find((one) => one === chosen) ?? line.indicator })
        }
      />
      <NumberInput
        className="programme-target"
        label={t('programmes.target')}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        thousandSeparator={'\u202F'}
        clampBehavior="strict"
        value={line.target ?? ''}
        error={asked && line.target === null ? t('programmes.targetNeeded') : null}
        onChange={(value) => onChange({ target: typeof value === 'number' ? value : null })}
      />
      <ActionIcon
        aria-label={t('programmes.remove', { name: label('programmeIndicator', line.indicator) })}
        onClick={onRemove}
      >
        <IconX size={15} />
      </ActionIcon>
      <TextInput
        className="programme-whole"
        label={<FieldLabel optional>{t('programmes.goalLabel')}</FieldLabel>}
        maxLength={120}
        autoComplete="off"
        value={line.label}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
    </li>
  )
}
