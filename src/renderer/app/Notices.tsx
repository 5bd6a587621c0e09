import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { KnownSpace } from '../../shared/features/space'
import { useUnverifiedKit } from '../features/space/unverified-kit'
import './notices.css'

/** What must not be forgotten on any page: that these people are invented, that the kit was never checked. */
export function Notices({ space }: { space: KnownSpace }) {
  const { t } = useTranslation()
  const { history } = useRouter()
  const unverified = useUnverifiedKit(space.spaceId)
  if (space.demo) return <p className="notice">{t('space.demoNotice')}</p>
  if (!unverified) return null
  return (
    <p className="notice">
      {t('space.kitNotice')}{' '}
      <button type="button" className="notice-act" onClick={() => history.push('/settings/security')}>
        {t('space.kitNoticeAct')}
      </button>
    </p>
  )
}
