import { Button } from '@mantine/core'
import { IconPhone, IconPhoneCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { isFinalState } from '../../../shared/rules/referral-transitions'
import {
  type ContactAttemptResult,
  type ContactChannel,
  contactAttemptResults,
  contactChannels,
} from '../../../shared/rules/values'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { FreeTextField } from '../../ui/FreeTextField'
import { joined } from './names'
import { useTold } from '../../told'

/** Whether someone of the association may still try to reach the person. */
export function canBeTried({ state }: Pick<Referral, 'state'>): boolean {
  return state !== 'draft' && state !== 'sent' && !isFinalState(state)
}

interface ContactAttemptsProps {
  readonly referral: Referral
  /** Opened at once: a card was dropped on « À joindre ». */
  readonly opened?: boolean
  readonly canAdd: boolean
}

/** The attempts to reach the person, and one more in two clicks: by what way, with what result. */
export function ContactAttempts({ referral, opened = false, canAdd }: ContactAttemptsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const [adding, setAdding] = useState(opened)
  const { attempts } = referral
  if (attempts.length === 0 && !canAdd) return null
  return (
    <section className="referral-section" aria-label={t('referrals.contactAttempts')}>
      <h3 className="h3">
        {t('referrals.contactAttempts')} <span className="count">{format.number(attempts.length)}</span>
        {canAdd && !adding ? (
          <Button
            className="end"
            size="xs"
            variant="subtle"
            leftSection={<IconPhone size={15} />}
            onClick={() => setAdding(true)}
          >
            {t('referrals.logAttempt')}
          </Button>
        ) : null}
      </h3>
      {adding && canAdd ? <NewAttempt referral={referral} onDone={() => setAdding(false)} /> : null}
      {attempts.length > 0 ? (
        <ol className="attempts">
          {attempts.toReversed().map((attempt) => (
            <li key={attempt.id} data-reached={attempt.result === 'reached' || undefined}>
              {attempt.result === 'reached' ? <IconPhoneCheck size={15} /> : <IconPhone size={15} />}
              <span>
                {joined([
                  label('contactAttemptResult', attempt.result),
                  label('contactChannel', attempt.channel).toLocaleLowerCase(),
                  attempt.by,
                ])}
                {attempt.note ? <q className="move-note">{attempt.note}</q> : null}
              </span>
              <small>{format.instant(attempt.at)}</small>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}

function NewAttempt({ referral, onDone }: { referral: Referral; onDone: () => void }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const [channel, setChannel] = useState<ContactChannel>('phone')
  const [note, setNote] = useState('')
  const [saving, setSaving] = useState(false)

  async function log(result: ContactAttemptResult): Promise<void> {
    setSaving(true)
    try {
      await ask('referrals.addAttempt', {
        id: referral.id,
        at: instantNow(),
        channel,
        result,
        note: note.trim() === '' ? null : note.trim(),
      })
      told.done(t('referrals.attemptLogged', { result: label('contactAttemptResult', result).toLocaleLowerCase() }))
      onDone()
    } catch (problem) {
      told.failed(problem)
      setSaving(false)
    }
  }

  return (
    <div className="new-attempt">
      <ChoiceChips
        single
        label={t('referrals.byWhatWay')}
        choices={contactChannels.map((code) => ({ code, label: label('contactChannel', code) }))}
        value={[channel]}
        onChange={([chosen]) => setChannel(chosen ?? channel)}
      />
      <FreeTextField label={t('referrals.attemptNote')} optional limit={200} value={note} onChange={setNote} />
      <div role="group" aria-label={t('referrals.withWhatResult')} className="attempt-results">
        {contactAttemptResults.map((result) => (
          <Button key={result} size="xs" disabled={saving} onClick={() => void log(result)}>
            {label('contactAttemptResult', result)}
          </Button>
        ))}
        <Button size="xs" variant="subtle" disabled={saving} onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}

function instantNow(): string {
  return new Date().toISOString()
}
