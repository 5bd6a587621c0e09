import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Stairs } from '../../ui/Steps'
import './imports.css'

export const wizardSteps = ['file', 'columns', 'preview', 'result'] as const
export type WizardStep = (typeof wizardSteps)[number]

interface WizardHeadProps {
  readonly title: string
  readonly step: WizardStep
  readonly detail?: ReactNode
}

/** The file one is bringing in, and how far one has come with it. */
export function WizardHead({ title, step, detail }: WizardHeadProps) {
  const { t } = useTranslation()
  return (
    <header className="import-head">
      <div className="import-title">
        <nav aria-label={t('imports.where')}>
          <ol className="crumbs">
            <li>
              <a href="#/exchanges">{t('imports.exchanges')}</a>
            </li>
            <li aria-hidden="true">
              <IconChevronRight size={13} />
            </li>
            <li>{t('imports.title')}</li>
          </ol>
        </nav>
        <h1 className="h1 cut">{title}</h1>
        {detail ? <p className="hint">{detail}</p> : null}
      </div>
      <div className="import-stairs">
        <Stairs
          label={t('imports.stepsLabel')}
          steps={wizardSteps.map((one) => ({ title: t(`imports.steps.${one}`) }))}
          current={wizardSteps.indexOf(step)}
        />
      </div>
    </header>
  )
}
