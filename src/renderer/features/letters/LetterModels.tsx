import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterModel } from '../../../shared/features/letters'
import { ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useTold } from '../../told'
import { ErrorState } from '../../ui/ErrorState'
import { ModelDrawer } from './ModelDrawer'
import { SeedModels } from './SeedModels'
import './letters.css'

/** The models of letters and e-mails, by kind and name. */
export function LetterModels() {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('letters.models', {})
  const [opened, setOpened] = useState<LetterModel | 'new' | null>(null)
  if (error && !data) {
    return <ErrorState title={t('letters.failed')} body={words(error)} onRetry={() => void refetch()} />
  }
  return (
    <section className="letter-models" aria-label={t('letters.models')}>
      <header className="row">
        <h2 className="h2">{t('letters.models')}</h2>
        <Button className="end" leftSection={<IconPlus size={15} />} onClick={() => setOpened('new')}>
          {t('letters.create')}
        </Button>
      </header>
      <p className="t2">{t('letters.modelsBody')}</p>
      {data === undefined ? <Skeleton height={120} mt={12} role="status" aria-label={t('common.loading')} /> : null}
      {data?.length === 0 ? (
        <div className="letters-empty">
          <p className="med">{t('letters.noModel')}</p>
          <p className="t2">{t('letters.noModelBody')}</p>
          <SeedModels />
        </div>
      ) : null}
      {data && data.length > 0 ? <ModelTable models={data} onOpen={setOpened} /> : null}
      <TrashedModels />
      {opened === null ? null : (
        <ModelDrawer
          key={opened === 'new' ? 'new' : opened.id}
          model={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  )
}

interface ModelTableProps {
  readonly models: readonly LetterModel[]
  readonly onOpen: (model: LetterModel) => void
}

function ModelTable({ models, onOpen }: ModelTableProps) {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  return (
    <table className="letter-table">
      <thead>
        <tr>
          <th scope="col">{t('letters.name')}</th>
          <th scope="col">{t('letters.kind')}</th>
          <th scope="col">{t('letters.subject')}</th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.id}>
            <td>
              <button type="button" className="letter-name" onClick={() => onOpen(model)}>
                {model.name}
              </button>
            </td>
            <td className="t2">{choice('letterKind', model.kind)}</td>
            <td className="t2">{model.subject}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Those put aside, out of sight until they are asked for. */
function TrashedModels() {
  const { t } = useTranslation()
  const told = useTold()
  const [opened, setOpened] = useState(false)
  const { data = [] } = useQuery('letters.models', { trashed: true })
  if (data.length === 0) return null

  async function restore({ id, name }: LetterModel): Promise<void> {
    try {
      await ask('letters.restoreModel', { id })
      told.done(t('history.restored', { name }))
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <div className="letters-trash">
      <Button size="xs" variant="subtle" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {t('letters.inTrash', { count: data.length })}
      </Button>
      {opened ? (
        <ul>
          {data.map((model) => (
            <li key={model.id} className="row">
              <span className="t2">{model.name}</span>
              <Button
                className="end"
                size="xs"
                variant="subtle"
                aria-label={t('history.restoreNamed', { name: model.name })}
                onClick={() => void restore(model)}
              >
                {t('history.restore')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
