import { QueryClientProvider } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { ask, queryClient } from '../../src/renderer/api'
import { readDraft, saveAllDrafts, useDraft } from '../../src/renderer/drafts'
import { startDataProcess } from '../support/data-process'
import { passphrase } from '../support/new-space'
import { show } from '../support/show'

function Note({ id }: { id: string }) {
  const [text, setText] = useState('')
  const { savedAt, discard } = useDraft(`notes/${id}`, { text }, text !== '')
  return (
    <>
      <input aria-label="Note" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <p>{savedAt === null ? 'rien de gardé' : 'gardé'}</p>
      <button type="button" onClick={() => void discard()}>
        Enregistrer
      </button>
    </>
  )
}

async function aForm() {
  startDataProcess()
  await ask('space.create', {
    kind: 'association',
    organisationName: 'Les Passerelles',
    memberName: 'Solène Kerbrat',
    memberRole: '',
    passphrase,
    locale: 'fr',
    folder: null,
  })
  return show(
    <QueryClientProvider client={queryClient}>
      <Note id="1" />
    </QueryClientProvider>,
  )
}

test('what is typed is kept a moment after the last key, and said', async () => {
  const { user } = await aForm()
  await user.type(screen.getByLabelText('Note'), 'rappeler mardi')
  expect(screen.getByText('rien de gardé')).toBeDefined()
  await screen.findByText('gardé', {}, { timeout: 5000 })
  expect((await readDraft('notes/1'))?.data).toEqual({ text: 'rappeler mardi' })
})

test('locking does not wait for the pause: every form is kept at once', async () => {
  const { user } = await aForm()
  await user.type(screen.getByLabelText('Note'), 'à moitié')
  await saveAllDrafts()
  expect((await readDraft('notes/1'))?.data).toEqual({ text: 'à moitié' })
})

test('a form that is saved leaves no draft behind', async () => {
  const { user } = await aForm()
  await user.type(screen.getByLabelText('Note'), 'fini')
  await saveAllDrafts()
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(async () => expect(await readDraft('notes/1')).toBeNull())
  await saveAllDrafts()
  expect(await readDraft('notes/1')).toBeNull()
})
