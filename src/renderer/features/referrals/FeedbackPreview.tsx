import { Button, Select } from '@mantine/core'
import { IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../api'
import { type ContactChannel, contactChannels } from '../../../shared/rules/values'
import { useChoiceLabel } from '../../i18n/choices'
import { callShell } from '../../shell'
import { useTold } from '../../told'
import { showToast } from '../../ui/toasts'

export type FeedbackDraft = OutputOf<'referrals.draftFeedback'>

/** What the partner will read, before anything leaves; or that nothing may. */
export function FeedbackPreview({ draft }: { draft: FeedbackDraft | undefined }) {
  const { t } = useTranslation()
  if (!draft) return <div className="feedback-preview" aria-busy="true" />
  const Icon = draft.allowed ? IconEye : IconEyeOff
  return (
    <section className="feedback-preview" aria-label={t('referrals.preview')}>
      <p className="row sm t3">
        <Icon size={15} />
        {draft.allowed
          ? t('referrals.willRead', { name: draft.recipient ?? t('referrals.theLandlord') })
          : t('referrals.nothingLeaves')}
      </p>
      <p className="feedback-text">{draft.allowed ? draft.message : t('referrals.feedbackNotAgreed')}</p>
      {draft.allowed ? <CopyMessage text={draft.message} /> : null}
    </section>
  )
}

/** The words alone, to paste where they are awaited; nothing is logged as told. */
export function CopyMessage({ text }: { text: string }) {
  const { t } = useTranslation()
  const told = useTold()
  async function copy(): Promise<void> {
    try {
      await callShell('copyText', { text, personal: true })
      showToast({ tone: 'done', text: t('referrals.messageCopied') })
    } catch (problem) {
      told.failed(problem)
    }
  }
  return (
    <Button size="xs" className="copy-message" leftSection={<IconCopy size={15} />} onClick={() => void copy()}>
      {t('referrals.copyMessage')}
    </Button>
  )
}

interface FeedbackChannelProps {
  readonly value: ContactChannel
  readonly onChange: (channel: ContactChannel) => void
}

/** How the landlord is told: by mail the message opens in it, otherwise it is copied. */
export function FeedbackChannel({ value, onChange }: FeedbackChannelProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (
    <Select
      size="xs"
      className="feedback-channel"
      label={t('referrals.tellBy')}
      data={contactChannels
        .filter((channel) => channel !== 'throughAdviser' && channel !== 'textMessage')
        .map((channel) => ({ value: channel, label: label('contactChannel', channel) }))}
      value={value}
      onChange={(chosen) => onChange(contactChannels.find((channel) => channel === chosen) ?? value)}
    />
  )
}
