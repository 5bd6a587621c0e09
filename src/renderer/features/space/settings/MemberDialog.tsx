import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../../shared/features/space'
import { useCommand } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { FieldLabel } from '../../../ui/FieldLabel'
import '../../../ui/dialogs.css'

interface MemberDialogProps {
  /** Someone to change, someone to add, or nobody: then it is closed. */
  readonly member: Member | 'new' | null
  readonly onClose: () => void
}

export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={member !== null}
      onClose={onClose}
      title={member === 'new' ? t('settings.addMember') : t('settings.editMember')}
    >
      {member === null ? null : <MemberForm member={member === 'new' ? null : member} onClose={onClose} />}
    </Modal>
  )
}

function MemberForm({ member, onClose }: { member: Member | null; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [name, setName] = useState(member?.name ?? '')
  const [role, setRole] = useState(member?.role ?? '')
  const [email, setEmail] = useState(member?.email ?? '')
  const create = useCommand('members.create', { onSuccess: onClose })
  const update = useCommand('members.update', { onSuccess: onClose })
  const error = create.error ?? update.error
  const ready = name.trim() !== ''

  function save(event: React.FormEvent): void {
    event.preventDefault()
    if (!ready) return
    const fields = { name: name.trim(), role: role.trim(), email: email.trim() === '' ? null : email.trim() }
    if (member === null) create.mutate(fields)
    else update.mutate({ ...fields, id: member.id, active: member.active })
  }

  return (
    <form className="form-stack" noValidate onSubmit={save}>
      <TextInput
        label={t('settings.memberName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={120}
        data-autofocus
      />
      <TextInput
        label={<FieldLabel optional>{t('settings.memberRole')}</FieldLabel>}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value)}
        maxLength={80}
      />
      <TextInput
        label={<FieldLabel optional>{t('settings.memberEmail')}</FieldLabel>}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        maxLength={120}
      />
      <p className="field-error" role="alert">
        {error ? words(error) : null}
      </p>
      <div className="dialog-acts">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={!ready} loading={create.isPending || update.isPending}>
          {member === null ? t('common.add') : t('common.save')}
        </Button>
      </div>
    </form>
  )
}
