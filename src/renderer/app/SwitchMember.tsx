import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../shared/features/space'
import { ask, useQuery } from '../api'
import { asAppError } from '../connection'
import { saveAllDrafts } from '../drafts'
import { useErrorWords } from '../i18n/error-words'
import { Initials } from '../ui/Initials'
import { showToast } from '../ui/toasts'
import './dialogs.css'

interface SwitchMemberProps {
  readonly opened: boolean
  readonly current: Member | null
  readonly onClose: () => void
}

/** Who is at the keyboard: what is written from now on, and undone, is theirs. */
export function SwitchMember({ opened, current, onClose }: SwitchMemberProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const members = useQuery('members.list', {}, { enabled: opened }).data ?? []
  const [error, setError] = useState<string | null>(null)

  async function choose(member: Member): Promise<void> {
    setError(null)
    if (member.id === current?.id) return onClose()
    try {
      await saveAllDrafts() // they are each member's own
      await ask('members.switchTo', { id: member.id })
      showToast({ tone: 'done', text: t('space.switched', { name: member.name }) })
      onClose()
    } catch (problem) {
      setError(words(asAppError(problem)))
    }
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('space.whoTitle')}
      size={400}
      closeOnEscape={current !== null}
      closeOnClickOutside={current !== null}
    >
      <p className="t2">{t('space.whoBody')}</p>
      <ul className="choose-rows">
        {members
          .filter(({ active }) => active)
          .map((member) => (
            <li key={member.id}>
              <button
                type="button"
                className="choose-row"
                aria-current={member.id === current?.id || undefined}
                onClick={() => void choose(member)}
              >
                <Initials name={member.name} />
                <span className="grow">
                  <b className="cut">{member.name}</b>
                  <small className="cut">{member.role}</small>
                </span>
                {member.id === current?.id ? <span className="t3 sm">{t('space.atKeyboard')}</span> : null}
              </button>
            </li>
          ))}
      </ul>
      <p className="field-error" role="alert">
        {error}
      </p>
    </Modal>
  )
}
