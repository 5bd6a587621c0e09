import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session, SessionFields } from '../../../shared/features/sessions'
import { ask, useQuery } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { PersonName } from '../../ui/PersonName'
import { type SessionForm, SessionFormShape, changesOf, fieldsOf, problemsOf } from './session-form'
import { SessionFormFields } from './SessionFormFields'
import { useSessionWords } from './use-session-words'

interface SessionEditorProps {
  readonly personId: string
  /** Null for a new one. */
  readonly session: Session | null
  /** What is saved, or the usual; what differs from it is written. */
  readonly first: SessionForm
  /** What the form begins with. */
  readonly begun: SessionForm
  readonly onClose: () => void
}

/** The form of a session: what is half filled is kept, and Ctrl+Enter saves from anywhere in it. */
export function SessionEditor({ personId, session, first: given, begun, onClose }: SessionEditorProps) {
  const { t } = useTranslation()
  const told = useTold()
  const said = useSessionWords()
  const element = useSubmitKeys()
  const person = useQuery('people.get', { id: personId }).data
  const name = person ? `${person.firstName} ${person.lastName}`.trim() : ''
  const { form, change, first, ...draft } = useDrawerForm({
    key: session === null ? `sessions/new/${personId}` : `sessions/${session.id}`,
    version: session?.version ?? null,
    first: () => given,
    begun,
    schema: SessionFormShape,
  })
  const { save: update, dialog } = useRecordUpdate<Session, Partial<SessionFields>>({
    read: (id) => ask('sessions.get', { id }),
    write: (input) => ask('sessions.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })

  async function write(): Promise<boolean> {
    if (problemsOf(form).length > 0) return false
    if (session === null) await ask('sessions.create', { personId, ...fieldsOf(form) })
    else if (!(await update(session, changesOf(first, form)))) return false
    if (session === null || draft.changed) told.done(t(doneWords(session, form), { name }))
    return true
  }

  const title = session === null ? t('sessions.log') : t('sessions.one')
  return (
    <FormDrawer
      {...drawer}
      label={title}
      over={title}
      title={person ? <PersonName lastName={person.lastName} firstName={person.firstName} /> : title}
      shortcut={{ keys: 'Control+Enter', words: t('sessions.saveKeys') }}
    >
      <div ref={element}>
        <SessionFormFields
          personId={personId}
          form={form}
          problems={asked ? problemsOf(form) : []}
          stepDone={session?.nextStepDone === true}
          onChange={change}
        />
      </div>
      {dialog}
    </FormDrawer>
  )
}

/** Ctrl+Enter, from any field: the notes have several lines, so Enter alone is theirs. */
function useSubmitKeys(): React.RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const fields = element.current
    if (!fields) return undefined
    function listen(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      fields?.closest('form')?.requestSubmit()
    }
    fields.addEventListener('keydown', listen)
    return () => fields.removeEventListener('keydown', listen)
  }, [])
  return element
}

function doneWords(session: Session | null, form: SessionForm) {
  if (form.state === 'planned') return 'sessions.plannedDone'
  return session === null ? 'sessions.loggedDone' : 'sessions.savedDone'
}
