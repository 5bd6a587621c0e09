import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { qpvStates } from '../../../shared/rules/values'
import { ask } from '../../api'
import { PlaceFields } from '../../forms/PlaceFields'
import { QpvCodeField } from '../../forms/QpvCodeField'
import { useChoiceLabel } from '../../i18n/choices'
import { FieldLabel } from '../../ui/FieldLabel'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'
import { FormSection } from '../../ui/RecordLayout'
import type { ResidenceForm } from './residence-form'

interface ResidenceFormFieldsProps {
  readonly form: ResidenceForm
  readonly onChange: (part: Partial<ResidenceForm>) => void
  /** What is wrong with a field, in words. */
  readonly said: (field: string) => string | null
}

/** The fields of a residence: whose it is, its code as that landlord writes it, where it stands. */
export function ResidenceFormFields({ form, onChange, said }: ResidenceFormFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <FormSection title={t('residences.identity')}>
        <TextInput
          className="span-4"
          name="name"
          label={t('residences.name')}
          autoComplete="off"
          maxLength={200}
          value={form.name}
          error={said('name')}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <RecordPicker
          className="span-4"
          label={t('residences.landlord')}
          value={form.landlord}
          error={said('landlord')}
          search={findLandlords}
          onChange={(landlord) =>
            onChange({ landlord: landlord === null ? null : { id: landlord.id, label: landlord.label } })
          }
        />
        <TextInput
          className="span-4"
          name="code"
          label={<FieldLabel optional>{t('residences.code')}</FieldLabel>}
          description={t('residences.codeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          maxLength={40}
          classNames={{ input: 'tab' }}
          value={form.code}
          error={said('code')}
          onChange={(event) => onChange({ code: event.currentTarget.value })}
        />
      </FormSection>
      <FormSection title={t('residences.address')}>
        <PlaceFields value={form.place} error={said('postcode')} onChange={(place) => onChange({ place })} />
      </FormSection>
      <FormSection title={t('forms.qpv')}>
        <Neighbourhood form={form} onChange={onChange} said={said} />
      </FormSection>
    </>
  )
}

/** In, out, or to check. The neighbourhoods of the commune are proposed; the list is incomplete and never concludes. */
function Neighbourhood({ form, onChange, said }: ResidenceFormFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (
    <>
      <Select
        className={form.qpvState === 'in' ? 'span-2' : 'span-4'}
        label={t('residences.qpv')}
        allowDeselect={false}
        data={qpvStates.map((state) => ({ value: state, label: label('qpvState', state) }))}
        value={form.qpvState}
        onChange={(state) => onChange({ qpvState: qpvStates.find((one) => one === state) ?? form.qpvState })}
      />
      <QpvCodeField
        value={form.qpvCode}
        communeCode={form.place.commune?.code ?? null}
        asked={form.qpvState === 'in'}
        caution={(count, edition) => t('residences.qpvsOfCommune', { count, edition })}
        error={said('qpvCode')}
        onChange={(qpvCode) => onChange({ qpvCode })}
      />
    </>
  )
}

async function findLandlords(text: string): Promise<PickerOption[]> {
  const found = await ask('organisations.find', { text, kinds: ['landlord'], limit: 20 })
  return found.map(({ id, name, city }) => ({ id, label: name, ...(city ? { detail: city } : {}) }))
}
