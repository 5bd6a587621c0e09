import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../../shared/features/imports'
import { useFormat } from '../../i18n/format'
import { UndoImport } from './UndoImport'
import { useRefusedFile } from './use-refused-file'

interface ResultStepProps {
  readonly run: ImportRun
  readonly onList: () => void
  readonly onAnother: () => void
}

const figures = [
  ['created', 'done'],
  ['updated', 'info'],
  ['unchanged', 'neutral'],
  ['refused', 'danger'],
] as const

/** The last step: what was written, what was not, and how to take it back. */
export function ResultStep({ run, onList, onAnother }: ResultStepProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { save, saving } = useRefusedFile()
  return (
    <div className="import-body">
      <div className="import-result">
        <h2 className="h1">{run.undoneAt ? t('imports.undoneTitle') : t('imports.doneTitle')}</h2>
        <dl className="import-figures">
          {figures.map(([figure, tone]) => (
            <div key={figure} className={`tone-${tone}`}>
              <dt>
                <i aria-hidden="true" />
                {t(`imports.figures.${figure}`)}
              </dt>
              <dd className="display tab">{format.number(run[figure])}</dd>
            </div>
          ))}
        </dl>
        {run.refused > 0 ? <p className="t2">{t('imports.refusedWhy')}</p> : null}
        <div className="row wrap">
          <Button variant="filled" onClick={onList}>
            {t('imports.seeList')}
          </Button>
          {run.refused > 0 ? (
            <Button leftSection={<IconFileSpreadsheet size={16} />} loading={saving} onClick={() => void save(run)}>
              {t('imports.saveRefused')}
            </Button>
          ) : null}
          <UndoImport run={run} />
          <Button variant="subtle" onClick={onAnother}>
            {t('imports.another')}
          </Button>
        </div>
      </div>
    </div>
  )
}
