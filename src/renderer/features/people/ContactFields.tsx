import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core'
import { IconMail, IconPhone, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type ContactPointKind, bestTimes, contactPreferences } from '../../../shared/rules/values'
import { useChoiceLabel } from '../../i18n/choices'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { FieldLabel } from '../../ui/FieldLabel'
import { PhoneField } from '../../ui/PhoneField'
import type { FormPart } from './form-part'
import { type TypedPoint, newPoint } from './person-form'

/** How to reach someone: as many phones and addresses as they have, and how they like to be reached. */
export function ContactFields({ form, change, said }: FormPart) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const { points } = form
  const add = (kind: ContactPointKind) => change({ points: [...points, newPoint(kind, points.length)] })
  const replace = (point: TypedPoint) => change({ points: points.map((one) => (one.key === point.key ? point : one)) })
  return (
    <>
      {points.map((point) => (
        <PointField
          key={point.key}
          point={point}
          error={said(point.key)}
          onChange={replace}
          onRemove={() => change({ points: points.filter(({ key }) => key !== point.key) })}
        />
      ))}
      <div className="row span-4">
        <Button size="xs" variant="subtle" leftSection={<IconPhone size={15} />} onClick={() => add('phone')}>
          {t('people.addPhone')}
        </Button>
        <Button size="xs" variant="subtle" leftSection={<IconMail size={15} />} onClick={() => add('email')}>
          {t('people.addEmail')}
        </Button>
      </div>
      <Select
        className="span-2"
        label={<FieldLabel optional>{t('people.field.contactPreference')}</FieldLabel>}
        clearable
        data={contactPreferences.map((value) => ({ value, label: label('contactPreference', value) }))}
        value={form.contactPreference}
        onChange={(contactPreference) => change({ contactPreference })}
      />
      <Checkbox
        className="span-2 field-check"
        label={t('people.field.languageHelp')}
        checked={form.languageHelp}
        onChange={(event) => change({ languageHelp: event.currentTarget.checked })}
      />
      <ChoiceChips
        className="span-4"
        label={t('people.field.bestTimes')}
        optional
        choices={bestTimes.map((code) => ({ code, label: label('bestTime', code) }))}
        value={form.bestTimes}
        onChange={(times) => change({ bestTimes: times })}
      />
    </>
  )
}

interface PointFieldProps {
  readonly point: TypedPoint
  readonly error: string | null
  readonly onChange: (point: TypedPoint) => void
  readonly onRemove: () => void
}

function PointField({ point, error, onChange, onRemove }: PointFieldProps) {
  const { t } = useTranslation()
  const name = t(point.kind === 'phone' ? 'forms.phone' : 'forms.email')
  return (
    <div className="span-2 point-field">
      {point.kind === 'phone' ? (
        <PhoneField
          className="grow"
          label={name}
          optional
          value={point.value}
          error={error}
          onChange={(value) => onChange({ ...point, value })}
        />
      ) : (
        <TextInput
          className="grow"
          type="email"
          label={<FieldLabel optional>{name}</FieldLabel>}
          autoComplete="off"
          maxLength={120}
          value={point.value}
          error={error}
          onChange={(event) => onChange({ ...point, value: event.currentTarget.value })}
        />
      )}
      <ActionIcon aria-label={t('people.removePoint', { value: point.value || name })} onClick={onRemove}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}
