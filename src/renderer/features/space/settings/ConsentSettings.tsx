import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OutputOf, useCommand } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { showToast } from '../../../ui/toasts'
import { Section } from './Section'

type Values = OutputOf<'settings.get'>

/** How long an agreement holds before it is asked for again. */
export function ConsentSettings({ values }: { values: Values }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [months, setMonths] = useState(values.consentMonths)
  const update = useCommand('settings.update', {
    onSuccess: () => showToast({ tone: 'done', text: t('settings.saved') }),
    onError: (error) => showToast({ tone: 'danger', text: words(error) }),
  })
  return (
    <Section title={t('settings.consent')} body={t('settings.consentBody')}>
      <form
        className="wide form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          update.mutate({ consentMonths: months })
        }}
      >
        <div className="setting-numbers">
          <NumberInput
            label={t('settings.consentMonths')}
            description={t('settings.consentNever')}
            suffix={`\u00A0${t('settings.months', { count: months })}`}
            min={0}
            max={120}
            clampBehavior="strict"
            allowDecimal={false}
            value={months}
            onChange={(value) => setMonths(typeof value === 'number' ? value : 0)}
          />
        </div>
        <div>
          <Button type="submit" disabled={months === values.consentMonths} loading={update.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
