import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownSpace } from '../../../../shared/features/space'
import { RestoreScreen } from './RestoreScreen'
import { UnlockForm } from './UnlockForm'
import '../space.css'
import './unlock.css'

interface UnlockOverProps {
  readonly space: KnownSpace
  readonly waitSeconds: number
}

/** After a crash of the data process: unlocking stands over what was on screen, which is intact. */
export function UnlockOver({ space, waitSeconds }: UnlockOverProps) {
  const { t } = useTranslation()
  const [damaged, setDamaged] = useState(false)
  if (damaged) {
    return (
      <div className="over-all">
        <RestoreScreen space={space} waitSeconds={waitSeconds} onBack={() => setDamaged(false)} />
      </div>
    )
  }
  return (
    <Modal
      opened
      onClose={() => undefined}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('space.overTitle')}
      size={420}
    >
      <p className="t2 over-body">{t('space.overBody', { name: space.name })}</p>
      <UnlockForm space={space} waitSeconds={waitSeconds} onDamaged={() => setDamaged(true)} />
    </Modal>
  )
}
