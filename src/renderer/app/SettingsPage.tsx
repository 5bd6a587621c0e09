import { Tabs } from '@mantine/core'
import { useParams, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type OutputOf, useQuery } from '../api'
import { OrganisationLogo } from '../features/logos/OrganisationLogo'
import { LetterModels } from '../features/letters/LetterModels'
import { AboutSettings } from '../features/space/settings/AboutSettings'
import { BackupSettings } from '../features/space/settings/BackupSettings'
import { DelaySettings } from '../features/space/settings/DelaySettings'
import { DisplaySettings } from '../features/space/settings/DisplaySettings'
import { MemberSettings } from '../features/space/settings/MemberSettings'
import { SecuritySettings } from '../features/space/settings/SecuritySettings'
import { SpaceSettings } from '../features/space/settings/SpaceSettings'
import { ReminderSettings } from '../features/reminders/ReminderSettings'
import { useErrorWords } from '../i18n/error-words'
import { ErrorState } from '../ui/ErrorState'
import { PageHeader } from '../ui/PageHeader'
import { useGate } from './gate'

const tabs = ['space', 'security', 'backups', 'members', 'delays', 'reminders', 'letters', 'display', 'about'] as const
type Tab = (typeof tabs)[number]

/** That of the association which keeps the space: a landlord prints no document with its name at the head. */
function ownLogo({ kind, ownOrganisationId, organisationName }: OutputOf<'settings.get'>) {
  return kind === 'landlord' || ownOrganisationId === null ? null : (
    <OrganisationLogo organisationId={ownOrganisationId} name={organisationName} />
  )
}

export function SettingsPage() {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { space } = useGate()
  const { history } = useRouter()
  const { tab: wanted } = useParams({ strict: false })
  const tab = tabs.find((one) => one === wanted) ?? 'space'
  const settings = useQuery('settings.get', {})
  const values = settings.data

  function panel(of: Tab) {
    switch (of) {
      case 'space':
        return values ? <SpaceSettings values={values} logo={ownLogo(values)} /> : null
      case 'security':
        return values ? <SecuritySettings space={space} values={values} /> : null
      case 'backups':
        return <BackupSettings space={space} />
      case 'members':
        return <MemberSettings />
      case 'delays':
        return values ? <DelaySettings values={values} /> : null
      case 'reminders':
        return <ReminderSettings kind={space.kind} />
      case 'letters':
        return <LetterModels />
      case 'display':
        return <DisplaySettings />
      case 'about':
        return <AboutSettings />
    }
  }

  return (
    <>
      <PageHeader title={t('shell.settings')} />
      <Tabs
        className="settings-tabs"
        value={tab}
        onChange={(next) => history.push(`/settings/${next ?? 'space'}`)}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`settings.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((one) => (
          <Tabs.Panel key={one} value={one} className="settings">
            {settings.error && !values ? (
              <ErrorState
                title={t('settings.failed')}
                body={words(settings.error)}
                onRetry={() => void settings.refetch()}
              />
            ) : (
              panel(one)
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}
