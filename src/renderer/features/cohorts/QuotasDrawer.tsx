import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Cohort } from '../../../shared/features/cohorts'
import { parseQpvCode } from '../../../shared/rules/identifiers'
import { type QuotaKind, quotaKinds } from '../../../shared/rules/programmes'
import { ask } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { filled } from '../../forms/place'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useWholeList } from '../../forms/use-whole-list'
import { useChoiceLabel } from '../../i18n/choices'
import { useTold } from '../../told'
import { CommunePicker } from '../../ui/CommunePicker'

interface Line {
  readonly key: string
  readonly id: string | null
  readonly kind: QuotaKind
  readonly qpvCode: string
  readonly commune: { readonly code: string; readonly name: string } | null
  readonly label: string
  readonly places: number | null
}

/** Places kept for an area or for a part of the public. */
export function QuotasDrawer({ cohort, onClose }: { cohort: Cohort; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const { lines, add, change, remove } = useWholeList<Line>(linesOf(cohort), emptyLine)
  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    if (lines.some((line) => problemOf(line) !== null)) return false
    const quotas = lines.map(({ id, kind, label, places, ...where }) => ({
      id,
      kind,
      code: kind === 'qpvCode' ? filled(where.qpvCode) : kind === 'commune' ? (where.commune?.code ?? null) : null,
      label: filled(label),
      places: places ?? 0,
    }))
    await ask('cohorts.setQuotas', { id: cohort.id, quotas })
    told.done(t('cohorts.quotasSaved'))
    return true
  }

  return (
    <FormDrawer label={t('cohorts.quotas')} {...drawer}>
      <ul className="cohort-lines">
        {lines.map((line) => (
          <QuotaLine
            key={line.key}
            line={line}
            asked={asked}
            onChange={(part) => change(line.key, part)}
            onRemove={() => remove(line.key)}
          />
        ))}
      </ul>
      <Button size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
        {t('cohorts.addQuota')}
      </Button>
      <p className="hint cohort-hint">{t('cohorts.quotasHint')}</p>
    </FormDrawer>
  )
}

interface QuotaLineProps {
  readonly line: Line
  readonly asked: boolean
  readonly onChange: (part: Partial<Line>) => void
  readonly onRemove: () => void
}

function QuotaLine({ line, asked, onChange, onRemove }: QuotaLineProps) {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const problem = asked ? problemOf(line) : null
  return (
    <li className="cohort-line">
      <Select
        className="grow"
        label={t('cohorts.forWhom')}
        data={quotaKinds.map((kind) => ({ value: kind, label: choice('quotaKind', kind) }))}
        value={line.kind}
        onChange={(chosen) => onChange({ kind: quotaKinds.find((kind) => kind === chosen) ?? line.kind })}
      />
      <NumberInput
        className="cohort-places"
        label={t('cohorts.places')}
        min={1}
        max={10_000}
        allowDecimal={false}
        clampBehavior="strict"
        value={line.places ?? ''}
        error={problem === 'places' ? t('cohorts.placesNeeded') : null}
        onChange={(value) => onChange({ places: typeof value === 'number' ? value : null })}
      />
      <ActionIcon aria-label={t('cohorts.removeQuota', { name: choice('quotaKind', line.kind) })} onClick={onRemove}>
        <IconX size={15} />
      </ActionIcon>
      {line.kind === 'qpvCode' ? (
        <TextInput
          className="cohort-whole"
          label={t('cohorts.qpvCode')}
          placeholder="QN04401M"
          maxLength={10}
          autoComplete="off"
          classNames={{ input: 'tab' }}
          value={line.qpvCode}
          error={problem === 'qpvCode' ? t('cohorts.qpvCodeNeeded') : null}
          onChange={(event) => onChange({ qpvCode: event.currentTarget.value.toUpperCase() })}
        />
      ) : null}
      {line.kind === 'commune' ? (
        <CommunePicker
          className="cohort-whole"
          label={t('cohorts.commune')}
          value={line.commune}
          search={(text) => ask('reference.communes', { text })}
          error={problem === 'commune' ? t('cohorts.communeNeeded') : null}
          onChange={(commune) => onChange({ commune })}
        />
      ) : null}
      {line.kind === 'other' ? (
        <TextInput
          className="cohort-whole"
          label={t('cohorts.otherLabel')}
          description={t('cohorts.otherHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={120}
          autoComplete="off"
          value={line.label}
          error={problem === 'label' ? t('cohorts.labelNeeded') : null}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
        />
      ) : null}
    </li>
  )
}

function problemOf(line: Line): 'places' | 'qpvCode' | 'commune' | 'label' | null {
  if (line.places === null) return 'places'
  if (line.kind === 'qpvCode' && !parseQpvCode(line.qpvCode).ok) return 'qpvCode'
  if (line.kind === 'commune' && line.commune === null) return 'commune'
  return line.kind === 'other' && line.label.trim() === '' ? 'label' : null
}

function linesOf({ quotas }: Cohort): Line[] {
  return quotas.map(({ id, kind, code, codeName, label, places }) => ({
    key: id,
    id,
    kind,
    qpvCode: kind === 'qpvCode' ? (code ?? '') : '',
    commune: kind === 'commune' && code !== null ? { code, name: codeName ?? code } : null,
    label: label ?? '',
    places,
  }))
}

function emptyLine(key: string): Line {
  return { key, id: null, kind: 'women', qpvCode: '', commune: null, label: '', places: null }
}
