import { Checkbox, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bestTimes, contactPreferences } from '../../../shared/rules/values'
import { ContactPointFields } from '../../forms/ContactPointFields'
import { useChoiceLabel } from '../../i18n/choices'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { FieldLabel } from '../../ui/FieldLabel'
import type { FormPart } from './form-part'

/** How to reach someone: as many phones and addresses as they have, and how they like to be reached. */
export function ContactFields({ form, change, said }: FormPart) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (
    <>
      <ContactPointFields
        points={form.points}
        unread={({ key }) => said(key) !== null}
        onChange={(points) => change({ points })}
      />
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
