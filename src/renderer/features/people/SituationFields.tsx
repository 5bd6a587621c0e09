import { Select, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { educationLevels, personStatuses, projectStages } from '../../../shared/rules/values'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import type { FormPart } from './form-part'

/** Where someone stands, what they want to do, and what is useful to know. */
export function SituationFields({ form, change }: FormPart) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const known = useQuery('people.tags', {}).data ?? []
  const data = (list: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: label(list, value) }))
  return (
    <>
      <Select
        className="span-2"
        label={<FieldLabel optional>{t('people.field.status')}</FieldLabel>}
        clearable
        data={data('personStatus', personStatuses)}
        value={form.status}
        onChange={(value) => change({ status: personStatuses.find((code) => code === value) ?? null })}
      />
      <Select
        className="span-2"
        label={<FieldLabel optional>{t('people.field.education')}</FieldLabel>}
        clearable
        data={data('educationLevel', educationLevels)}
        value={form.education}
        onChange={(value) => change({ education: educationLevels.find((code) => code === value) ?? null })}
      />
      <FreeTextField
        className="span-4"
        label={t('people.field.project')}
        optional
        limit={200}
        value={form.project}
        onChange={(project) => change({ project })}
      />
      <Select
        className="span-2"
        label={<FieldLabel optional>{t('people.field.projectStage')}</FieldLabel>}
        clearable
        data={data('projectStage', projectStages)}
        value={form.projectStage}
        onChange={(value) => change({ projectStage: projectStages.find((code) => code === value) ?? null })}
      />
      <TagsInput
        className="span-2"
        label={<FieldLabel optional>{t('people.column.tags')}</FieldLabel>}
        data={known.map(({ name }) => name)}
        maxTags={20}
        maxLength={40}
        value={[...form.tags]}
        onChange={(tags) => change({ tags })}
      />
      <FreeTextField
        className="span-4"
        label={t('people.field.note')}
        optional
        value={form.note}
        onChange={(note) => change({ note })}
      />
    </>
  )
}
