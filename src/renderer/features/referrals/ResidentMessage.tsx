import { Button, Textarea } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { callShell } from '../../shell'
import { useTold } from '../../told'
import { CopyMessage } from './FeedbackPreview'
import { mailLink } from '../../mail-link'
import { joined } from './names'
import { type ToldState, residentMessage, toldStates } from './resident-message'

/** A word to the person about the decision: drafted, read again, then sent by whoever writes it. */
export function ResidentMessage({ referral }: { referral: Referral }) {
  const state = toldStates.find((candidate) => candidate === referral.state)
  const settings = useQuery('settings.get', {}).data
  const member = useQuery('members.current', {}).data
  if (state === undefined || !settings || member === undefined) return null
  const signature = joined([member?.name, settings.organisationName])
  return (
    <Message referral={referral} state={state} signature={signature} key={`${state} ${String(referral.reasons)}`} />
  )
}

interface MessageProps {
  readonly referral: Referral
  readonly state: ToldState
  readonly signature: string
}

function Message({ referral, state, signature }: MessageProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const drafted = residentMessage(state, referral, {
    greeting: (name) => t('referrals.resident.greeting', { name }),
    opening: (landlord) => t('referrals.resident.opening', { landlord: landlord ?? t('referrals.theLandlord') }),
    decision: (told_, { to }) => t(`referrals.resident.${told_}`, { to: to ?? '' }),
    reason: (code, scheme) => t(`referrals.resident.reasons.${code}`, { scheme: scheme ?? '' }),
    closing: t('referrals.resident.closing'),
    signature,
  })
  const [edited, setEdited] = useState<string | null>(null)
  const text = edited ?? drafted
  const link = referral.email ? mailLink(referral.email, t('referrals.resident.subject'), text) : null

  async function write(url: string): Promise<void> {
    try {
      await callShell('openExternal', { url })
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <section className="referral-section" aria-label={t('referrals.resident.title')}>
      <h3 className="h3">{t('referrals.resident.title')}</h3>
      <Textarea
        autosize
        minRows={5}
        maxRows={14}
        aria-label={t('referrals.resident.title')}
        description={joined([
          t('referrals.resident.hint'),
          referral.contactPreference
            ? label('contactPreference', referral.contactPreference).toLocaleLowerCase()
            : null,
        ])}
        inputWrapperOrder={['input', 'description']}
        value={text}
        onChange={(event) => setEdited(event.currentTarget.value)}
      />
      <div className="decision-others">
        <CopyMessage text={text} />
        {link ? (
          <Button size="xs" leftSection={<IconMail size={15} />} onClick={() => void write(link)}>
            {t('referrals.writeMail')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
