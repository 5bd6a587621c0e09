import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { landlordFamilies, organisationKinds } from '../../../shared/rules/values'
import { useQuery } from '../../api'
import { isReadablePoint } from '../../forms/contact-points'
import { ContactPointFields } from '../../forms/ContactPointFields'
import { PlaceFields } from '../../forms/PlaceFields'
import { useChoiceLabel } from '../../i18n/choices'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import { FormSection } from '../../ui/RecordLayout'
import { type OrganisationForm, isOtherSiren } from './organisation-form'
import { RegistrationField } from './RegistrationField'

interface OrganisationFormFieldsProps {
  readonly form: OrganisationForm
  readonly onChange: (part: Partial<OrganisationForm>) => void
  /** Once it was asked to be saved. */
  readonly asked: boolean
  /** The organisation itself, which is no other one like it. */
  readonly excludeId: string | null
}

/** The fields of an organisation; one that may exist already is shown while typing. */
export function OrganisationFormFields({ form, onChange, asked, excludeId }: OrganisationFormFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const text = (field: 'name' | 'addressExtra' | 'website') => ({
    name: field,
    autoComplete: 'off',
    maxLength: 200,
    value: form[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange({ [field]: event.currentTarget.value }),
  })
  return (
    <>
      <FormSection title={t('organisations.identity')}>
        <TextInput
          className="span-4"
          label={t('organisations.name')}
          error={asked && form.name.trim() === '' ? t('organisations.nameNeeded') : null}
          {...text('name')}
        />
        <Select
          className={form.kind === 'landlord' ? '' : 'span-4'}
          label={t('organisations.kind')}
          allowDeselect={false}
          data={organisationKinds.map((code) => ({ value: code, label: label('organisationKind', code) }))}
          value={form.kind}
          onChange={(kind) => onChange({ kind: organisationKinds.find((code) => code === kind) ?? form.kind })}
        />
        {form.kind === 'landlord' ? (
          <Select
            className="span-2"
            label={<FieldLabel optional>{t('organisations.family')}</FieldLabel>}
            clearable
            data={landlordFamilies.map((code) => ({ value: code, label: label('landlordFamily', code) }))}
            value={form.landlordFamily}
            onChange={(landlordFamily) => onChange({ landlordFamily })}
          />
        ) : null}
        <RegistrationField number="siren" value={form.siren} onChange={(siren) => onChange({ siren })} />
        <RegistrationField
          number="siret"
          value={form.siret}
          error={isOtherSiren(form) ? t('organisations.wrong.otherSiren') : null}
          onChange={(siret) => onChange({ siret })}
        />
        <LookAlikes form={form} excludeId={excludeId} />
      </FormSection>
      <FormSection title={t('organisations.reach')}>
        <ContactPointFields
          points={form.points}
          unread={(point) => asked && !isReadablePoint(point)}
          onChange={(points) => onChange({ points })}
        />
        <TextInput
          className="span-4"
          type="url"
          label={<FieldLabel optional>{t('organisations.website')}</FieldLabel>}
          {...text('website')}
        />
      </FormSection>
      <FormSection title={t('organisations.address')}>
        <PlaceFields value={form.place} onChange={(place) => onChange({ place })} />
        <TextInput
          className="span-4"
          label={<FieldLabel optional>{t('organisations.addressExtra')}</FieldLabel>}
          {...text('addressExtra')}
        />
      </FormSection>
      <FormSection title={t('organisations.note')}>
        <FreeTextField
          className="span-4"
          label={t('organisations.note')}
          description={t('organisations.noteHint')}
          optional
          value={form.note}
          onChange={(note) => onChange({ note })}
        />
      </FormSection>
    </>
  )
}

/** Those of the same SIREN or of a near name. */
function LookAlikes({ form, excludeId }: Pick<OrganisationFormFieldsProps, 'form' | 'excludeId'>) {
  const { t } = useTranslation()
  const [probe] = useDebouncedValue({ excludeId, name: form.name.trim(), siren: form.siren || form.siret }, 250)
  const twins = useQuery(
    'organisations.duplicates',
    { ...probe, siren: probe.siren.slice(0, 20) },
    { enabled: probe.name.length > 2 || probe.siren.length >= 9, keepPrevious: true },
  ).data
  if (twins === undefined || twins.length === 0) return null
  return (
    <div className="span-4 organisation-twins" role="status">
      <b className="med">{t('organisations.maybeSame')}</b>
      <ul>
        {twins.slice(0, 3).map(({ id, name, city, reason }) => (
          <li key={id}>
            <a href={`#/organisations/${id}`}>{name}</a>
            <span className="t3">
              {[city, t(reason === 'siren' ? 'organisations.sameSiren' : 'organisations.nearName')]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
