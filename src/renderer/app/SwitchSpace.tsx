import { Modal } from '@mantine/core'
import { IconCirclePlus, IconFolderOpen, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../api'
import { KnownSpaces } from '../features/space/KnownSpaces'
import { useGate } from './gate'
import './dialogs.css'
import '../features/space/space.css'
import '../features/space/unlock/unlock.css'

/** Another space of this computer. This one is locked first, its drafts kept. */
export function SwitchSpace({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const gate = useGate()
  const known = useQuery('space.known', {}, { enabled: opened }).data ?? []
  const others = known.filter(({ folder }) => folder !== gate.space.folder)
  return (
    <Modal opened={opened} onClose={onClose} title={t('space.othersTitle')} size={520}>
      <p className="t2">
        {others.length === 0
          ? t('space.onlySpace', { name: gate.space.name })
          : t('space.switchBody', { name: gate.space.name })}
      </p>
      {others.length > 0 ? <KnownSpaces spaces={others} onChoose={gate.openSpace} /> : null}
      <div className="frame-links">
        <button type="button" className="text-link" onClick={gate.openElsewhere}>
          <IconFolderOpen size={16} />
          {t('space.openElsewhere')}
        </button>
        <button type="button" className="text-link" onClick={gate.createSpace}>
          <IconCirclePlus size={16} />
          {t('space.createAnother')}
        </button>
        {gate.space.demo ? null : (
          <button type="button" className="text-link" onClick={gate.openDemo}>
            <IconPlayerPlay size={16} />
            {t('space.tryDemo')}
          </button>
        )}
      </div>
    </Modal>
  )
}
