import { Button, Skeleton } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { Banner } from '../../ui/Banner'
import { useLogoActs } from './use-logo-acts'
import './logo.css'

interface OrganisationLogoProps {
  readonly organisationId: string
  readonly name: string
  /** Among the papers of an organisation in the trash nothing changes. */
  readonly fixed?: boolean
}

/** The logo of an organisation, as it stands on the documents printed with its name. */
export function OrganisationLogo({ organisationId, name, fixed = false }: OrganisationLogoProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data: logo, error } = useQuery('logos.ofOrganisation', { organisationId })
  const { choose, remove, busy } = useLogoActs({ organisationId, name })
  if (error && logo === undefined) return <Banner tone="danger">{words(error)}</Banner>
  if (logo === undefined)
    return <Skeleton height={56} role="status" aria-busy="true" aria-label={t('common.loading')} />
  if (logo === null)
    return (
      <div className="logo-none">
        <p className="t3 sm">{t(fixed ? 'logos.none' : 'logos.noneYet')}</p>
        {fixed ? null : (
          <Button size="xs" leftSection={<IconPhotoPlus size={15} />} loading={busy} onClick={() => void choose()}>
            {t('logos.choose')}
          </Button>
        )}
      </div>
    )
  const { mediaType, base64 } = logo.picture
  return (
    <div className="logo">
      <span className="logo-paper">
        <img src={`data:${mediaType};base64,${base64}`} alt={t('logos.of', { name })} />
      </span>
      {fixed ? null : (
        <span className="row">
          <Button size="xs" loading={busy} onClick={() => void choose()}>
            {t('logos.replace')}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => void remove()}>
            {t('logos.remove')}
          </Button>
        </span>
      )}
    </div>
  )
}
