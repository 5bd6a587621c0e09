import { Button, TextInput } from '@mantine/core'
import {
  IconBuildingCommunity,
  IconDeviceLaptop,
  IconHomeHeart,
  IconShieldLock,
  IconWifiOff,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldLabel } from '../../../ui/FieldLabel'
import { Frame } from '../Frame'
import { WayChoice } from '../Way'
import type { NewSpaceForm } from './form'

interface SpaceStepProps {
  readonly stairs: ReactNode
  readonly form: NewSpaceForm
  readonly onChange: (form: NewSpaceForm) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

/** What the space is, and who is at the keyboard. */
export function SpaceStep({ stairs, form, onChange, onBack, onNext }: SpaceStepProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const missing = missingIn(form)
  const errorOf = (field: keyof NewSpaceForm) => (asked && missing.includes(field) ? t('space.required') : null)

  function next(event: React.FormEvent): void {
    event.preventDefault()
    setAsked(true)
    if (missing.length === 0) onNext()
    else document.querySelector<HTMLElement>(`[name="${missing[0]}"]`)?.focus()
  }

  return (
    <form onSubmit={next} noValidate>
      <Frame
        title={t('space.spaceTitle')}
        lead={t('space.spaceLead')}
        steps={stairs}
        onBack={onBack}
        aside={<WhatASpaceIs />}
        asideLabel={t('space.toKnow')}
        act={
          <Button type="submit" variant="filled">
            {t('space.continue')}
          </Button>
        }
      >
        <div className="frame-fields">
          <div>
            <WayChoice
              label={t('space.kind')}
              name="kind"
              sideBySide
              value={form.kind}
              onChange={(kind) => onChange({ ...form, kind })}
              ways={[
                {
                  code: 'association',
                  icon: IconBuildingCommunity,
                  title: t('values.spaceKind.association'),
                  detail: t('space.kindAssociation'),
                },
                {
                  code: 'landlord',
                  icon: IconHomeHeart,
                  title: t('values.spaceKind.landlord'),
                  detail: t('space.kindLandlord'),
                },
              ]}
            />
            <p className="field-error" role="alert">
              {errorOf('kind')}
            </p>
          </div>
          <TextInput
            name="organisationName"
            label={t('space.organisationName')}
            value={form.organisationName}
            onChange={(event) => onChange({ ...form, organisationName: event.currentTarget.value })}
            error={errorOf('organisationName')}
            maxLength={200}
          />
          <div className="two-fields">
            <TextInput
              name="memberName"
              label={t('space.memberName')}
              value={form.memberName}
              onChange={(event) => onChange({ ...form, memberName: event.currentTarget.value })}
              error={errorOf('memberName')}
              maxLength={120}
            />
            <TextInput
              name="memberRole"
              label={<FieldLabel optional>{t('space.memberRole')}</FieldLabel>}
              value={form.memberRole}
              onChange={(event) => onChange({ ...form, memberRole: event.currentTarget.value })}
              maxLength={80}
            />
          </div>
        </div>
      </Frame>
    </form>
  )
}

function missingIn(form: NewSpaceForm): readonly (keyof NewSpaceForm)[] {
  const wanted = ['kind', 'organisationName', 'memberName'] as const
  return wanted.filter((field) => (form[field] ?? '').trim() === '')
}

function WhatASpaceIs() {
  const { t } = useTranslation()
  return (
    <ul className="facts">
      <li>
        <IconDeviceLaptop size={17} />
        <div>
          <b>{t('space.oneComputer')}</b>
          <p>{t('space.oneComputerBody')}</p>
        </div>
      </li>
      <li>
        <IconShieldLock size={17} />
        <div>
          <b>{t('space.encrypted')}</b>
          <p>{t('space.encryptedBody')}</p>
        </div>
      </li>
      <li>
        <IconWifiOff size={17} />
        <div>
          <b>{t('space.offline')}</b>
          <p>{t('space.offlineBody')}</p>
        </div>
      </li>
    </ul>
  )
}
