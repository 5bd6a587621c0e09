import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../../shared/features/sessions'
import { displayName } from '../../../shared/rules/fold'
import { formatPhone } from '../../../shared/rules/phone'
import { emptyFilter } from '../../../shared/rules/lists'
import { ask, useQuery } from '../../api'
import { Drawer } from '../../ui/Drawer'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'
import { formOf, newSessionForm, toWrite } from './session-form'
import { SessionEditor } from './SessionEditor'
import './sessions.css'

/** What the drawer is opened for: a session of someone, of someone to choose, or one that is there already. */
export type SessionAsked =
  | { readonly personId: string | null }
  | { readonly session: Session; readonly writeUp: boolean }

/** A session is logged here, or written up, or corrected. */
export function SessionDrawer({ asked, onClose }: { asked: SessionAsked; onClose: () => void }) {
  const [personId, setPersonId] = useState('personId' in asked ? asked.personId : asked.session.personId)
  const [session] = useState('session' in asked ? asked.session : null)
  if (session !== null && 'session' in asked) {
    const first = formOf(session)
    return (
      <SessionEditor
        personId={session.personId}
        session={session}
        first={first}
        begun={asked.writeUp ? toWrite(first) : first}
        onClose={onClose}
      />
    )
  }
  return personId === null ? (
    <ChoosePerson onChoose={setPersonId} onClose={onClose} />
  ) : (
    <NewSession personId={personId} onClose={onClose} />
  )
}

/** Waits for what a new session begins with: who is at the keyboard, and the spell it belongs to. */
function NewSession({ personId, onClose }: { personId: string; onClose: () => void }) {
  const member = useQuery('members.current', {}).data
  const spells = useQuery('supports.ofPerson', { personId }).data
  if (member === undefined || spells === undefined) return null
  const open = spells.filter(({ endedOn }) => endedOn === null)
  const spell = open.find(({ coachId }) => coachId === member?.id) ?? open[0] ?? null
  const first = newSessionForm({ supportId: spell?.id ?? null, coachId: spell?.coachId ?? member?.id ?? '' })
  return <SessionEditor personId={personId} session={null} first={first} begun={first} onClose={onClose} />
}

function ChoosePerson({ onChoose, onClose }: { onChoose: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const member = useQuery('members.current', {}).data ?? null
  return (
    <Drawer label={t('sessions.log')} title={t('sessions.log')} onClose={onClose}>
      <RecordPicker
        label={t('sessions.person')}
        description={t('sessions.personHint')}
        value={null}
        search={(text) => findPeople(text, member?.id ?? null)}
        onChange={(option) => option && onChoose(option.id)}
      />
    </Drawer>
  )
}

/** Before anything is typed, those whom one follows. */
async function findPeople(text: string, memberId: string | null): Promise<PickerOption[]> {
  if (text.trim() === '' && memberId !== null) {
    const mine = await ask('supports.caseload', { coachId: memberId })
    if (mine.length > 0)
      return mine.slice(0, 12).map((row) => ({ id: row.personId, label: displayName(row.lastName, row.firstName) }))
  }
  const { rows } = await ask('people.list', { filter: { ...emptyFilter, search: text }, offset: 0, limit: 12 })
  return rows.map(({ id, lastName, firstName, phone, city }) => {
    const detail = phone === null ? city : formatPhone(phone)
    return { id, label: displayName(lastName, firstName), ...(detail === null ? {} : { detail }) }
  })
}
