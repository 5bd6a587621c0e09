import { useTranslation } from 'react-i18next'
import type { Updating } from '../../../shared/features/space'
import { updateSteps } from '../../../shared/rules/update-steps'
import { ProgressPanel } from '../../ui/ProgressPanel'
import { Stairs } from '../../ui/Steps'
import { Frame } from './Frame'
import './space.css'
import './updating.css'

/** A space of an earlier version is brought to this one: what is done, and that nothing is to be done meanwhile. */
export function UpdatingScreen({ now }: { readonly now: Updating }) {
  const { t } = useTranslation()
  const steps = updateSteps.map((step) => ({ title: t(`space.update.${step}.title`) }))
  return (
    <div className="updating" role="region" aria-label={t('space.updateTitle')}>
      <Frame
        title={t('space.updateTitle')}
        lead={t('space.updateLead', { name: now.space.name })}
        steps={<Stairs label={t('space.updateSteps')} steps={steps} current={updateSteps.indexOf(now.step)} />}
      >
        <p className="vh" role="status">
          {t(`space.update.${now.step}.body`)}
        </p>
        <div className="updating-progress">
          <ProgressPanel
            title={t(`space.update.${now.step}.body`)}
            done={now.done}
            total={now.total}
            step={t('space.updateHint')}
          />
        </div>
      </Frame>
    </div>
  )
}
