import { Button } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session, SessionFields } from '../../../shared/features/sessions'
import { ask, useQuery } from '../../api'
import { useDraft } from '../../drafts'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import { PersonName } from '../../ui/PersonName'
import { type SessionForm, changesOf, fieldsOf, problemsOf, readSessionDraft } from './session-form'
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
  const format = useFormat()
  const told = useTold()
  const said = useSessionWords()
  const formId = useId()
  const element = useSubmitKeys()
  const [first] = useState(given)
  const [form, setForm] = useState(begun)
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const person = useQuery('people.get', { id: personId }).data
  const name = person ? `${person.firstName} ${person.lastName}`.trim() : ''
  const changed = JSON.stringify(form) !== JSON.stringify(first)
  const key = session === null ? `sessions/new/${personId}` : `sessions/${session.id}`
  const version = session?.version ?? null
  const draft = useDraft(key, { version, form }, changed)
  const { save: update, dialog } = useRecordUpdate<Session, Partial<SessionFields>>({
    read: (id) => ask('sessions.get', { id }),
    write: (input) => ask('sessions.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  useEffect(() => {
    void readSessionDraft(key, version).then((kept) => kept && setForm(kept))
  }, [key, version])

  async function write(): Promise<void> {
    setAsked(true)
    if (problemsOf(form).length > 0) return
    setSaving(true)
    try {
      if (session === null) await ask('sessions.create', { personId, ...fieldsOf(form) })
      else if (!(await update(session, changesOf(first, form)))) return
      await draft.discard()
      if (session === null || changed) told.done(t(doneWords(session, form), { name }))
      onClose()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  async function giveUp(): Promise<void> {
    await draft.discard().catch(told.failed)
    onClose()
  }

  const title = session === null ? t('sessions.log') : t('sessions.one')
  return (
    <Drawer
      label={title}
      over={draft.savedAt ? t('lists.draftKept', { time: format.time(draft.savedAt) }) : title}
      title={person ? <PersonName lastName={person.lastName} firstName={person.firstName} /> : title}
      onClose={() => void (changed ? onClose() : giveUp())}
      footer={
        <>
          <Button variant="subtle" onClick={() => void giveUp()}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            form={formId}
            variant="filled"
            loading={saving}
            aria-keyshortcuts="Control+Enter"
            title={t('sessions.saveKeys')}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={element}
        className="drawer-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <SessionFormFields
          personId={personId}
          form={form}
          problems={asked ? problemsOf(form) : []}
          stepDone={session?.nextStepDone === true}
          onChange={(some) => setForm((now) => ({ ...now, ...some }))}
        />
      </form>
      {dialog}
    </Drawer>
  )
}

/** Ctrl+Enter, from any field: the notes have several lines, so Enter alone is theirs. */
function useSubmitKeys(): React.RefObject<HTMLFormElement | null> {
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const form = element.current
    if (!form) return undefined
    function listen(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      form?.requestSubmit()
    }
    form.addEventListener('keydown', listen)
    return () => form.removeEventListener('keydown', listen)
  }, [])
  return element
}

function doneWords(session: Session | null, form: SessionForm) {
  if (form.state === 'planned') return 'sessions.plannedDone'
  return session === null ? 'sessions.loggedDone' : 'sessions.savedDone'
}
