import { IconCopy, IconMinus, IconSquare, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callShell, onShell } from '../shell'
import { useSettled } from '../use-settled'
import './gate.css'

/** Linux draws no buttons on a bar of ours: there the page draws them. */
const own = window.palier !== undefined && navigator.userAgent.includes('Linux')
document.documentElement.toggleAttribute('data-own-controls', own)

/** The buttons of the window, where the system draws none. */
export function WindowControls() {
  const { t } = useTranslation()
  const settled = useSettled()
  const [maximised, setMaximised] = useState(false)
  useEffect(() => onShell('window', (state) => setMaximised(state.maximised)), [])
  useEffect(() => {
    if (!settled || !own) return
    callShell('appInfo', {}).then(
      (info) => setMaximised(info.window.maximised),
      () => undefined, // then the button says what it does to a window that is not
    )
  }, [settled])
  if (!own) return null
  const act = (action: 'minimise' | 'maximise' | 'close') => () => void callShell('windowControls', { action })
  return (
    <section className="window-controls" aria-label={t('space.window')}>
      <button type="button" aria-label={t('space.minimise')} onClick={act('minimise')}>
        <IconMinus size={14} />
      </button>
      <button
        type="button"
        aria-label={maximised ? t('space.unmaximise') : t('space.maximise')}
        onClick={act('maximise')}
      >
        {maximised ? <IconCopy size={13} /> : <IconSquare size={12} />}
      </button>
      <button type="button" data-close aria-label={t('space.closeWindow')} onClick={act('close')}>
        <IconX size={15} />
      </button>
    </section>
  )
}
