import { Button, Textarea } from '@mantine/core'
import { IconCheck, IconCopy, IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Enrolment } from '../../../shared/features/enrolments'
import { ask } from '../../api'
import { useFormat } from '../../i18n/format'
import { mailLink } from '../../mail-link'
import { callShell } from '../../shell'
import { today } from '../../today'
import { useTold } from '../../told'
import { type MessageStage, messageStageOf } from './decision-message'
import { spokenName } from './names'
import { useMessage } from './use-message'

interface DecisionMessageProps {
  readonly enrolment: Enrolment
  /** Once it was copied or opened, and noted. */
  readonly onSent?: () => void
}

/** The word to the person about where they stand: read again, then copied or opened in the mail program, and noted. */
export function DecisionMessage({ enrolment, onSent }: DecisionMessageProps) {
  const { t } = useTranslation()
  const draft = useMessage()
  const stage = messageStageOf(enrolment.stage)
  if (stage === null || draft === null) return null
  return (
    <section className="enrolment-section" aria-label={t('enrolments.message.title')}>
      <h3 className="h3">{t('enrolments.message.title')}</h3>
      <Draft
        key={`${enrolment.id} ${stage}`}
        enrolment={enrolment}
        drafted={draft(stage, enrolment)}
        stage={stage}
        onSent={onSent}
      />
    </section>
  )
}

interface DraftProps {
  readonly enrolment: Enrolment
  readonly stage: MessageStage
  readonly drafted: string
  readonly onSent: (() => void) | undefined
}

function Draft({ enrolment, drafted, onSent }: DraftProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const [edited, setEdited] = useState<string | null>(null)
  const text = edited ?? drafted
  const subject = t('enrolments.message.subject', { programme: enrolment.programmeName })
  const link = enrolment.email === null ? null : mailLink(enrolment.email, subject, text)
  const name = spokenName(enrolment)

  async function hand(way: 'copied' | 'mailed', over: () => Promise<boolean>): Promise<void> {
    try {
      if (!(await over())) return
      await ask('enrolments.recordMessage', { id: enrolment.id, sentOn: today() })
      told.done(t(`enrolments.message.${way}`, { name }))
      onSent?.()
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <>
      <Textarea
        autosize
        minRows={6}
        maxRows={16}
        aria-label={t('enrolments.message.title')}
        description={t(enrolment.email === null ? 'enrolments.message.noEmail' : 'enrolments.message.hint')}
        inputWrapperOrder={['input', 'description']}
        value={text}
        onChange={(event) => setEdited(event.currentTarget.value)}
      />
      <div className="stage-acts">
        <Button
          size="xs"
          leftSection={<IconCopy size={15} />}
          onClick={() => void hand('copied', () => callShell('copyText', { text, personal: true }).then(() => true))}
        >
          {t('enrolments.message.copy')}
        </Button>
        {link ? (
          <Button
            size="xs"
            leftSection={<IconMail size={15} />}
            onClick={() =>
              void hand('mailed', () => callShell('openExternal', { url: link }).then(({ opened }) => opened))
            }
          >
            {t('enrolments.message.write')}
          </Button>
        ) : null}
        {enrolment.messageSentOn ? (
          <span className="row sm t3">
            <IconCheck size={15} />
            {t('enrolments.message.sentOn', { day: format.day(enrolment.messageSentOn) })}
          </span>
        ) : null}
      </div>
    </>
  )
}
