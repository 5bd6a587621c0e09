import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, runJob } from '../../api'
import { asAppError } from '../../connection'
import { callShell } from '../../shell'
import { useTold } from '../../told'
import { showToast } from '../../ui/toasts'

const refusals = ['fileTooLarge', 'fileEmpty', 'fileFormatUnknown', 'fileUnreadable'] as const

/** Choosing, replacing and removing the logo of an organisation, each act said once it is done. */
export function useLogoActs({ organisationId, name }: { readonly organisationId: string; readonly name: string }) {
  const { t } = useTranslation()
  const told = useTold()
  const [busy, setBusy] = useState(false)

  function failed(problem: unknown): void {
    const { code } = asAppError(problem)
    const refusal = refusals.find((one) => one === code)
    if (refusal) showToast({ tone: 'danger', text: t(`logos.refused.${refusal}`) })
    else told.failed(problem)
  }

  async function choose(): Promise<void> {
    setBusy(true)
    try {
      const path = await callShell('openFileDialog', {
        filters: [{ name: t('logos.files'), extensions: ['png', 'jpg', 'jpeg'] }],
      })
      if (path === null) return
      await runJob('logos.set', { organisationId, path })
      told.done(t('logos.kept', { name }))
    } catch (problem) {
      failed(problem)
    } finally {
      setBusy(false)
    }
  }

  async function remove(): Promise<void> {
    try {
      await ask('logos.remove', { organisationId })
      told.done(t('logos.removed', { name }))
    } catch (problem) {
      failed(problem)
    }
  }

  return { choose, remove, busy }
}
