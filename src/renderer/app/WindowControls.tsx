import { IconCopy, IconMinus, IconSquare, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callShell, onShell } from '../shell'
import './gate.css'

/** The buttons of the window, where the system draws none. */
export function WindowControls() {
  const { t } = useTranslation()
  const [own, setOwn] = useState(false)
  const [maximised, setMaximised] = useState(false)
  useEffect(() => {
    callShell('appInfo', {}).then(
      (info) => {
        setOwn(info.ownControls)
        setMaximised(info.window.maximised)
        document.documentElement.toggleAttribute('data-own-controls', info.ownControls)
      },
      () => undefined, // a page outside the application has a window that is not ours
    )
    return onShell('window', (state) => setMaximised(state.maximised))
  }, [])
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
