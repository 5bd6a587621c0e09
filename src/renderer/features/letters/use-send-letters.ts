import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterText, MergedLetter } from '../../../shared/features/letters'
import { displayName } from '../../../shared/rules/fold'
import { ask, runJob } from '../../api'
import { mailLink } from '../../mail-link'
import { callShell } from '../../shell'
import { useTellFile } from '../../tell-file'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'
import { showToast } from '../../ui/toasts'
import { type LetterSender, lettersPage } from './letter-page'

interface Sending {
  readonly text: LetterText
  readonly title: string
  readonly purpose: string
  readonly sender: LetterSender
  /** Once what was asked for is written. */
  readonly onDone: () => void
}

/** The ways letters leave; each is noted once it did, among the files and on each person. */
export function useSendLetters({ text, title, purpose, sender, onDone }: Sending) {
  const { t } = useTranslation()
  const told = useTold()
  const tellFile = useTellFile()
  const { language } = usePreferences()
  const [busy, setBusy] = useState(false)

  async function busily(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    try {
      await work()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setBusy(false)
    }
  }

  const pageOf = (letters: readonly MergedLetter[]) =>
    lettersPage(letters, sender, { title, subject: t('letters.subjectOf'), language })

  function note(letters: readonly MergedLetter[], fileName: string) {
    const [first] = letters
    const recipient =
      first && letters.length === 1
        ? displayName(first.lastName, first.firstName)
        : t('letters.people', { count: letters.length })
    const each = letters.map(({ personId, subject }) => ({ personId, subject }))
    return ask('letters.record', { kind: text.kind, title, letters: each, fileName, recipient, purpose })
  }

  return {
    busy,
    print: (letters: readonly MergedLetter[]) =>
      busily(async () => {
        const { printed } = await callShell('printHtml', pageOf(letters))
        if (!printed) return
        await note(letters, t('letters.printed'))
        showToast({ tone: 'done', text: t('letters.wasPrinted', { count: letters.length }) })
        onDone()
      }),
    savePdf: (letters: readonly MergedLetter[]) =>
      busily(async () => {
        const path = await callShell('savePdf', { ...pageOf(letters), path: null })
        if (path === null) return
        await note(letters, fileNameOf(path))
        tellFile(t('letters.pdfSaved', { count: letters.length }), path)
        onDone()
      }),
    saveDrafts: (letters: readonly MergedLetter[]) =>
      busily(async () => {
        const path = await callShell('saveFileDialog', {
          defaultName: `${t('letters.draftsFile')}.zip`,
          filters: [{ name: 'ZIP', extensions: ['zip'] }],
        })
        if (path === null) return
        const personIds = letters.map(({ personId }) => personId)
        const recipient = t('letters.people', { count: letters.length })
        const said = { text, title, personIds, path, locale: language, recipient, purpose }
        const { drafts } = await runJob('letters.saveDrafts', said)
        tellFile(t('letters.draftsSaved', { count: drafts }), path)
        onDone()
      }),
    /** One message, in the mail program of this computer. */
    openMail: (letter: MergedLetter) =>
      busily(async () => {
        const { email, subject, body } = letter
        if (email === null) return
        const url = mailLink(email, subject, body.replaceAll('\n', '\r\n'))
        if (url === null) {
          showToast({ tone: 'warn', text: t('letters.tooLong') })
          return
        }
        const { opened } = await callShell('openExternal', { url })
        if (opened) await note([letter], t('letters.mailProgram'))
      }),
  }
}

function fileNameOf(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path
}
