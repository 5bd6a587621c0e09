import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping, ImportDraft, TargetField } from '../../../shared/features/imports'
import { useChoiceLabel } from '../../i18n/choices'
import { valuesOf } from './mapping'

interface ValueMappingProps {
  readonly draft: ImportDraft
  readonly target: TargetField & { readonly choices: string }
  readonly mapping: ColumnMapping
  readonly onChange: (mapping: ColumnMapping) => void
}

const leftEmpty = ''

/** What each text of a column stands for, in a closed list. */
export function ValueMapping({ draft, target, mapping, onChange }: ValueMappingProps) {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const texts = valuesOf(draft, mapping.column)
  const header = draft.columns.find(({ index }) => index === mapping.column)?.header ?? ''
  if (texts.length === 0) return null
  return (
    <section className="import-values">
      <h2 className="h3">{t('imports.valuesOf', { header })}</h2>
      <p className="hint">{t('imports.valuesHint')}</p>
      <div className="import-value-list">
        {texts.map((text) => {
          const code = mapping.values[text]
          return (
            <Select
              key={text}
              label={text}
              data={[
                { value: leftEmpty, label: t('imports.leaveEmpty') },
                ...target.values.map((value) => ({ value, label: choice(target.choices, value) })),
              ]}
              value={code === undefined ? null : (code ?? leftEmpty)}
              placeholder={t('imports.toSettle')}
              error={code === undefined}
              onChange={(next) =>
                onChange({ ...mapping, values: { ...mapping.values, [text]: next === leftEmpty ? null : next } })
              }
            />
          )
        })}
      </div>
    </section>
  )
}
