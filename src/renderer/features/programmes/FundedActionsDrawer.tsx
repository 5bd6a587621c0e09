import { Button, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Programme } from '../../../shared/features/programmes'
import { ask } from '../../api'
import { asAppError } from '../../connection'
import { findOrganisations } from '../../forms/find-organisations'
import { FormDrawer } from '../../forms/FormDrawer'
import { filled } from '../../forms/place'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useWholeList } from '../../forms/use-whole-list'
import { useTold } from '../../told'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'
import { showToast } from '../../ui/toasts'
import { useUsesSaid } from './use-uses-said'

interface Line {
  readonly key: string
  readonly id: string | null
  readonly funder: PickerOption | null
  readonly title: string
  readonly code: string
  readonly share: number | null
  readonly euros: number | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** Who pays for what: the action, its code in the convention, its share and its amount. */
export function FundedActionsDrawer({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const usesSaid = useUsesSaid()
  const { lines, add, change, remove } = useWholeList<Line>(
    programme.fundedActions.map(({ id, funderId, funderName, amountCents, code, ...action }) => ({
      ...action,
      key: id,
      id,
      funder: { id: funderId, label: funderName },
      code: code ?? '',
      euros: amountCents === null ? null : amountCents / 100,
    })),
    emptyLine,
  )
  const total = lines.reduce((sum, { share }) => sum + (share ?? 0), 0)

  const { asked, drawer } = useDrawerSave({ write, onClose })

  /** An action that hours count for stays: what uses it is said. */
  function sayUses(problem: unknown): never {
    const { code, data } = asAppError(problem)
    if (code === 'inUse') showToast({ tone: 'warn', text: usesSaid(data) })
    throw problem
  }

  async function write(): Promise<boolean> {
    const fundedActions = lines.flatMap(({ id, funder, title, code, share, euros, startsOn, endsOn }) =>
      funder === null || title.trim() === '' || isBackwards(startsOn, endsOn)
        ? []
        : [
            {
              id,
              funderId: funder.id,
              title: title.trim(),
              code: filled(code),
              share,
              amountCents: euros === null ? null : Math.round(euros * 100),
              startsOn,
              endsOn,
            },
          ],
    )
    if (fundedActions.length < lines.length) return false
    await ask('programmes.setFundedActions', { id: programme.id, fundedActions }).catch(sayUses)
    told.done(t('programmes.fundingSaved'))
    return true
  }

  return (
    <FormDrawer label={t('programmes.funding')} {...drawer}>
      {lines.map((line, index) => (
        <section
          className="form-section"
          key={line.key}
          aria-label={t('programmes.actionNumber', { number: index + 1 })}
        >
          <ActionFields line={line} asked={asked} onChange={(part) => change(line.key, part)} />
          <Button
            className="programme-remove"
            size="xs"
            variant="subtle"
            leftSection={<IconTrash size={14} />}
            onClick={() => remove(line.key)}
          >
            {t('programmes.removeAction')}
          </Button>
        </section>
      ))}
      <div className="row programme-add">
        <Button size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('programmes.addAction')}
        </Button>
        <span className={`end sm tab ${total > 100 ? 'tone-warn toned' : 't3'}`} role="status">
          {t('programmes.totalShare', { total })}
        </span>
      </div>
      {total > 100 ? <p className="hint tone-warn toned">{t('programmes.over100')}</p> : null}
    </FormDrawer>
  )
}

interface ActionFieldsProps {
  readonly line: Line
  readonly asked: boolean
  readonly onChange: (part: Partial<Line>) => void
}

function ActionFields({ line, asked, onChange }: ActionFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className="form-grid">
      <RecordPicker
        className="span-4"
        label={t('programmes.funder')}
        value={line.funder}
        error={asked && line.funder === null ? t('programmes.funderNeeded') : null}
        search={findOrganisations}
        onChange={(funder) => onChange({ funder })}
      />
      <TextInput
        className="span-4"
        label={t('programmes.actionTitle')}
        maxLength={200}
        autoComplete="off"
        value={line.title}
        error={asked && line.title.trim() === '' ? t('programmes.titleNeeded') : null}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        className="span-4"
        label={<FieldLabel optional>{t('programmes.actionCode')}</FieldLabel>}
        maxLength={60}
        autoComplete="off"
        value={line.code}
        onChange={(event) => onChange({ code: event.currentTarget.value })}
      />
      <NumberInput
        label={<FieldLabel optional>{t('programmes.share')}</FieldLabel>}
        suffix={'\u00A0%'}
        min={1}
        max={100}
        allowDecimal={false}
        clampBehavior="strict"
        value={line.share ?? ''}
        onChange={(value) => onChange({ share: typeof value === 'number' ? value : null })}
      />
      <NumberInput
        label={<FieldLabel optional>{t('programmes.amount')}</FieldLabel>}
        suffix={'\u00A0€'}
        min={0}
        max={100_000_000}
        decimalScale={2}
        decimalSeparator=","
        thousandSeparator={'\u202F'}
        clampBehavior="strict"
        value={line.euros ?? ''}
        onChange={(value) => onChange({ euros: typeof value === 'number' ? value : null })}
      />
      <DateField
        optional
        label={t('programmes.fields.startsOn')}
        value={line.startsOn}
        onChange={(day) => onChange({ startsOn: day })}
      />
      <DateField
        optional
        label={t('programmes.fields.endsOn')}
        value={line.endsOn}
        error={isBackwards(line.startsOn, line.endsOn) ? t('programmes.endsBefore') : null}
        onChange={(day) => onChange({ endsOn: day })}
      />
    </div>
  )
}

function isBackwards(startsOn: string | null, endsOn: string | null): boolean {
  return startsOn !== null && endsOn !== null && endsOn < startsOn
}

function emptyLine(key: string): Line {
  return { key, id: null, funder: null, title: '', code: '', share: null, euros: null, startsOn: null, endsOn: null }
}
