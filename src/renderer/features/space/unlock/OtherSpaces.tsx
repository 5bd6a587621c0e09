import { IconCirclePlus, IconFolderOpen, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownSpace } from '../../../../shared/features/space'
import { ask, useQuery } from '../../../api'
import { asAppError } from '../../../connection'
import { useErrorWords } from '../../../i18n/error-words'
import { Frame } from '../Frame'
import { KnownSpaces } from '../KnownSpaces'

interface OtherSpacesProps {
  readonly current: KnownSpace
  readonly onBack: () => void
  readonly onDemo: () => void
  readonly onCreate: () => void
  readonly onOpenElsewhere: () => void
}

/** The spaces of this computer, and the ways to have another. */
export function OtherSpaces({ current, onBack, onDemo, onCreate, onOpenElsewhere }: OtherSpacesProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const known = useQuery('space.known', {})
  const [error, setError] = useState<string | null>(null)

  async function choose(space: KnownSpace): Promise<void> {
    if (space.folder === current.folder) return onBack()
    try {
      await ask('space.select', { folder: space.folder })
    } catch (problem) {
      setError(words(asAppError(problem)))
    }
  }

  return (
    <Frame title={t('space.othersTitle')} lead={t('space.othersLead')} onBack={onBack}>
      <KnownSpaces spaces={known.data ?? []} onChoose={(space) => void choose(space)} />
      <p className="field-error" role="alert">
        {error}
      </p>
      <div className="frame-links">
        <button type="button" className="text-link" onClick={onOpenElsewhere}>
          <IconFolderOpen size={16} />
          {t('space.openElsewhere')}
        </button>
        <button type="button" className="text-link" onClick={onCreate}>
          <IconCirclePlus size={16} />
          {t('space.createAnother')}
        </button>
        <button type="button" className="text-link" onClick={onDemo}>
          <IconPlayerPlay size={16} />
          {t('space.tryDemo')}
        </button>
      </div>
    </Frame>
  )
}
