import { Button } from '@mantine/core'
import {
  IconArrowRampRight,
  IconBuilding,
  IconBuildingCommunity,
  IconFileSpreadsheet,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../shared/errors'
import { type ImportDraft, type ImportKind, importKinds } from '../../../shared/features/imports'
import { asAppError } from '../../connection'
import { useErrorWords } from '../../i18n/error-words'
import { callShell } from '../../shell'
import { useTold } from '../../told'
import { useDropZone } from '../../use-drop-zone'
import { Banner } from '../../ui/Banner'
import { useJob } from '../../use-job'
import { noteUnfinished, rememberPath } from './unfinished'
import { WizardHead } from './WizardHead'
import { Working } from './Working'

const icons: Readonly<Record<ImportKind, TablerIcon>> = {
  people: IconUsers,
  organisations: IconBuildingCommunity,
  residences: IconBuilding,
  referrals: IconArrowRampRight,
}

const extensions = ['xlsx', 'csv', 'tsv', 'txt'] as const

interface ChooseFileProps {
  /** What the list one comes from holds. */
  readonly kind: ImportKind | null
  readonly onRead: (draft: ImportDraft) => void
}

/** The first step: what the file holds, and which file. */
export function ChooseFile({ kind: asked, onRead }: ChooseFileProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { failed } = useTold()
  const name = useId()
  const [kind, setKind] = useState<ImportKind>(asked ?? 'people')
  const { run, stop, running, error } = useJob('imports.read')
  async function choose(): Promise<void> {
    try {
      const path = await callShell('openFileDialog', {
        filters: [{ name: t('imports.fileKinds'), extensions: [...extensions] }],
      })
      if (path !== null) await read(path)
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  async function read(path: string): Promise<void> {
    if (!extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`))) {
      failed(new AppError('fileFormatUnknown'))
      return
    }
    try {
      const draft = await run({ kind, path, shape: null })
      if (!draft) return
      rememberPath(draft.id, path)
      await noteUnfinished(draft)
      onRead(draft)
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  const zone = useDropZone((path) => void read(path))

  return (
    <>
      <WizardHead title={t('imports.importFile')} step="file" />
      <div className="import-body">
        {error && error.code !== 'cancelled' ? <Banner tone="danger">{words(error)}</Banner> : null}
        {running ? (
          <Working title={t('imports.reading')} running={running} onStop={stop} />
        ) : (
          <div className="import-choose">
            <fieldset>
              <legend className="h2">{t('imports.kind')}</legend>
              <div className="import-kinds">
                {importKinds.map((one) => {
                  const Icon = icons[one]
                  return (
                    <label key={one} className="import-kind" data-chosen={kind === one || undefined}>
                      <input type="radio" name={name} checked={kind === one} onChange={() => setKind(one)} />
                      <Icon size={20} />
                      <b className="med">{t(`imports.kinds.${one}`)}</b>
                      <small>{t('imports.oneRow', { what: t(`imports.kindOne.${one}`) })}</small>
                    </label>
                  )
                })}
              </div>
            </fieldset>
            <div className="import-pick" data-over={zone.over || undefined} {...zone.handlers}>
              <p className="med">{t('imports.dropHere')}</p>
              <Button
                variant="filled"
                leftSection={<IconFileSpreadsheet size={17} />}
                onClick={() => void choose()}
                data-autofocus
              >
                {t('imports.chooseFile')}
              </Button>
              <p className="hint">{t('imports.fileHint')}</p>
              {kind === 'referrals' ? <p className="hint">{t('imports.partnerHint')}</p> : null}
            </div>
          </div>
        )}
      </div>
    </>
  )
}
