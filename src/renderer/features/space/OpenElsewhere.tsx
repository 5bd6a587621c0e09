import { Button, SegmentedControl } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OutputOf, ask } from '../../api'
import { asAppError } from '../../connection'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { callShell } from '../../shell'
import { Banner } from '../../ui/Banner'
import { PassphraseField } from '../../ui/PassphraseField'
import { Frame } from './Frame'
import { NewPassphrase, noPassphrase } from './NewPassphrase'
import { emptyGroups, isComplete } from './recovery-groups'
import { RecoveryKeyField } from './RecoveryKeyField'
import { isMistyped } from './unlock/RecoveryScreen'
import { useUnlocking } from './unlock/use-unlock'
import './space.css'
import './unlock/unlock.css'

type Found = OutputOf<'space.describe'> & { readonly path: string }

/** One's space on another computer: a copy is made here, from a space folder or a backup. */
export function OpenElsewhere({ onBack, onOpened }: { onBack: () => void; onOpened: () => void }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [found, setFound] = useState<Found | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function choose(): Promise<void> {
    setError(null)
    try {
      const path = await callShell('chooseFolder', {})
      if (path !== null) setFound({ ...(await ask('space.describe', { path })), path })
    } catch (problem) {
      setFound(null)
      setError(words(asAppError(problem)))
    }
  }

  if (found !== null)
    return <OpenFound key={found.path} found={found} onBack={() => setFound(null)} onOpened={onOpened} />
  return (
    <Frame
      title={t('space.elsewhereTitle')}
      lead={t('space.elsewhereLead')}
      onBack={onBack}
      act={
        <Button variant="filled" leftSection={<IconFolderOpen size={15} />} onClick={() => void choose()}>
          {t('space.chooseFolder')}
        </Button>
      }
    >
      <ul className="facts elsewhere-facts">
        <li>
          <div>
            <b>{t('space.elsewhereWhich')}</b>
            <p>{t('space.elsewhereWhichBody')}</p>
          </div>
        </li>
        <li>
          <div>
            <b>{t('space.elsewhereCopy')}</b>
            <p>{t('space.elsewhereCopyBody')}</p>
          </div>
        </li>
      </ul>
      <p className="field-error" role="alert">
        {error}
      </p>
    </Frame>
  )
}

function OpenFound({ found, onBack, onOpened }: { found: Found; onBack: () => void; onOpened: () => void }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [secret, setSecret] = useState<'passphrase' | 'recoveryKey'>('passphrase')
  const [passphrase, setPassphrase] = useState('')
  const [groups, setGroups] = useState<string[]>(emptyGroups)
  const [chosen, setChosen] = useState(noPassphrase)
  const unlocking = useUnlocking(0)
  const { pending, error, wait } = unlocking
  const filled = secret === 'passphrase' ? passphrase !== '' : isComplete(groups) && chosen.ready
  const ready = filled && wait === 0

  async function open(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    if (!ready || pending) return
    const secrets =
      secret === 'passphrase'
        ? { passphrase, recoveryKey: null, newPassphrase: null }
        : { passphrase: null, recoveryKey: groups.join('-'), newPassphrase: chosen.text }
    if (await unlocking.attempt(() => ask('space.openFromElsewhere', { path: found.path, ...secrets }))) onOpened()
  }

  const keyError = error?.code === 'wrongRecoveryKey' ? (isMistyped(error) ? t('space.mistyped') : words(error)) : null
  return (
    <form onSubmit={(event) => void open(event)} noValidate>
      <Frame
        title={found.name}
        lead={<FoundWords found={found} />}
        onBack={onBack}
        remaining={pending ? t('space.copying') : wait > 0 ? t('space.waitSeconds', { count: wait }) : null}
        act={
          <Button type="submit" variant="filled" disabled={!ready} loading={pending}>
            {t('space.openHere')}
          </Button>
        }
      >
        <div className="frame-fields">
          {found.knownHere ? <Banner tone="warn">{t('space.knownHere')}</Banner> : null}
          <SegmentedControl
            aria-label={t('space.openWith')}
            value={secret}
            onChange={(value) => {
              setSecret(value as typeof secret)
              unlocking.clear()
            }}
            data={[
              { value: 'passphrase', label: t('space.passphrase') },
              { value: 'recoveryKey', label: t('space.recoveryKey') },
            ]}
          />
          {secret === 'passphrase' ? (
            <PassphraseField label={t('space.passphrase')} value={passphrase} onChange={setPassphrase} focusedAtFirst />
          ) : (
            <>
              <RecoveryKeyField groups={groups} onChange={setGroups} error={keyError} focusedAtFirst />
              <NewPassphrase value={chosen} onChange={setChosen} easyWords={[found.name, 'palier']} />
            </>
          )}
          <p className="field-error" role="alert">
            {error !== null && keyError === null ? words(error) : null}
          </p>
        </div>
        <p className="path">{found.path}</p>
      </Frame>
    </form>
  )
}

function FoundWords({ found }: { found: Found }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kind = useChoiceLabel()('spaceKind', found.spaceKind)
  return found.kind === 'backup' && found.at !== null
    ? t('space.foundBackup', { kind, at: format.instant(found.at) })
    : t('space.foundSpace', { kind })
}
