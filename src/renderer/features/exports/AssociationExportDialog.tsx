import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../shared/features/lists'
import { exportFormats } from '../../../shared/rules/lists'
import { useQuery } from '../../api'
import { asAppError } from '../../connection'
import { useErrorWords } from '../../i18n/error-words'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { useJob } from '../../use-job'
import { SaveForm } from './SaveForm'
import { type ExportFormat, useAskWhere, useFileWords, useTellSaved } from './saved-file'

interface AssociationExportProps {
  readonly opened: boolean
  readonly filter: Filter
  readonly onClose: () => void
}

/** For the association: the referrals a landlord hands over, with the agreement that lets them travel. What leaves is said first. */
export function AssociationExportDialog({ opened, filter, onClose }: AssociationExportProps) {
  const { t } = useTranslation()
  const job = useJob('exports.forAssociation')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('files.forAssociation')}
      closeOnClickOutside={job.running === null}
    >
      {opened ? <AssociationForm filter={filter} job={job} onClose={onClose} /> : null}
    </Modal>
  )
}

interface AssociationFormProps {
  readonly filter: Filter
  readonly job: ReturnType<typeof useJob<'exports.forAssociation'>>
  readonly onClose: () => void
}

function AssociationForm({ filter, job, onClose }: AssociationFormProps) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { failed } = useTold()
  const words = useFileWords()
  const askWhere = useAskWhere()
  const tell = useTellSaved()
  const preview = useQuery('exports.previewForAssociation', { filter })
  const { leaving = 0, withdrawals = 0 } = preview.data ?? {}

  async function save(format: ExportFormat, recipient: string): Promise<void> {
    try {
      const path = await askWhere('forAssociation', format)
      if (path === null) return
      const saved = await job.run({ filter, format, path, locale: language, recipient, words })
      if (!saved) return
      tell(saved)
      onClose()
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  return (
    <SaveForm
      formats={exportFormats}
      ready={leaving + withdrawals > 0}
      knownPurpose
      running={job.running}
      error={job.error}
      onSave={(format, recipient) => void save(format, recipient)}
      onStop={job.stop}
      onClose={onClose}
    >
      {() => (
        <>
          <p>{t('files.forAssociationWhat')}</p>
          <HandOver preview={preview} />
        </>
      )}
    </SaveForm>
  )
}

const reasonsToStay = ['noAgreement', 'draft', 'ended'] as const

/** How many referrals leave, how many withdrawals are told, how many stay and why. */
function HandOver({ preview }: { readonly preview: ReturnType<typeof useQuery<'exports.previewForAssociation'>> }) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const { data, error } = preview
  if (error) return <Banner tone="danger">{errorWords(error)}</Banner>
  return (
    <div aria-live="polite" className="exports-preview">
      {data ? (
        <>
          {data.leaving + data.withdrawals === 0 ? <p className="med">{t('files.nobody')}</p> : null}
          {data.leaving > 0 ? <p className="med">{t('files.handsOver', { count: data.leaving })}</p> : null}
          {data.withdrawals > 0 ? (
            <p className="med">{t('files.tellsWithdrawal', { count: data.withdrawals })}</p>
          ) : null}
          {reasonsToStay.map((why) =>
            data.staying[why] === 0 ? null : why === 'noAgreement' ? (
              <Banner key={why} tone="warn">
                {t('files.stays.noAgreement', { count: data.staying[why] })}
              </Banner>
            ) : (
              <p key={why} className="hint">
                {t(`files.stays.${why}`, { count: data.staying[why] })}
              </p>
            ),
          )}
        </>
      ) : (
        <p className="hint">{t('files.counting')}</p>
      )}
    </div>
  )
}
