import { Button, Checkbox, NumberInput, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { refusalReasons } from '../../../../shared/rules/referral-transitions'
import { type HolidayRegion, holidayRegions } from '../../../../shared/rules/working-days'
import { type OutputOf, useCommand } from '../../../api'
import { useChoiceLabel } from '../../../i18n/choices'
import { useErrorWords } from '../../../i18n/error-words'
import { showToast } from '../../../ui/toasts'
import { ConsentSettings } from './ConsentSettings'
import { Section } from './Section'

type Values = OutputOf<'settings.get'>

/** The clocks of a referral, in their units; the most each may be is that of the contract. */
const clocks = [
  { name: 'acknowledgeWorkingDays', most: 30 },
  { name: 'contactDays', most: 60 },
  { name: 'contactAttempts', most: 10 },
  { name: 'contactChannels', most: 5 },
  { name: 'decisionDays', most: 180 },
  { name: 'waitlistReviewDays', most: 180 },
  { name: 'feedbackWorkingDays', most: 30 },
  { name: 'expiryDays', most: 180 },
  { name: 'reminderDays', most: 60 },
] as const

/** How long each step of a referral may take, on which holidays, and which reasons a refusal may have. */
export function DelaySettings({ values }: { values: Values }) {
  return (
    <>
      <Clocks key={JSON.stringify(values.serviceLevels)} values={values} />
      {values.kind === 'association' ? <ConsentSettings key={values.consentMonths} values={values} /> : null}
      <RefusalReasons values={values} />
    </>
  )
}

function Clocks({ values }: { values: Values }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const form = useForm({ initialValues: values.serviceLevels })
  const update = useCommand('settings.update', {
    onSuccess: () => showToast({ tone: 'done', text: t('settings.saved') }),
    onError: (error) => showToast({ tone: 'danger', text: words(error) }),
  })
  return (
    <Section title={t('settings.delays')} body={t('settings.delaysBody')}>
      <form
        className="wide form-stack"
        noValidate
        onSubmit={form.onSubmit((serviceLevels) => update.mutate({ serviceLevels }))}
      >
        <div className="setting-numbers">
          {clocks.map(({ name, most }) => (
            <NumberInput
              key={name}
              label={t(`settings.clocks.${name}`)}
              suffix={`\u00A0${t(`settings.units.${name}`)}`}
              min={1}
              max={most}
              clampBehavior="strict"
              allowDecimal={false}
              value={form.values[name]}
              onChange={(value) => form.setFieldValue(name, typeof value === 'number' ? value : 1)}
            />
          ))}
          <Select
            label={t('settings.region')}
            data={holidayRegions.map((region) => ({ value: region, label: t(`settings.regions.${region}`) }))}
            value={form.values.region}
            onChange={(region) => form.setFieldValue('region', (region as HolidayRegion | null) ?? 'mainland')}
          />
        </div>
        <div>
          <Button type="submit" disabled={!form.isDirty()} loading={update.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

/** A reason that is no longer proposed stays on the records that have it. */
function RefusalReasons({ values }: { values: Values }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const choice = useChoiceLabel()
  const update = useCommand('settings.update', {
    onError: (error) => showToast({ tone: 'danger', text: words(error) }),
  })
  const retired = values.retiredRefusalReasons
  const propose = (reason: string, proposed: boolean) =>
    update.mutate({ retiredRefusalReasons: proposed ? retired.filter((one) => one !== reason) : [...retired, reason] })
  return (
    <Section title={t('settings.reasons')} body={t('settings.reasonsBody')}>
      <div className="setting-list" role="group" aria-label={t('settings.reasons')}>
        {refusalReasons.map((reason) => (
          <Checkbox
            key={reason}
            label={choice('refusalReason', reason)}
            checked={!retired.includes(reason)}
            disabled={update.isPending}
            onChange={(event) => propose(reason, event.currentTarget.checked)}
          />
        ))}
      </div>
    </Section>
  )
}
