import { Button } from '@mantine/core'
import { Fragment, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppInfo } from '../../../../shared/shell'
import { type OutputOf, ask } from '../../../api'
import { asAppError } from '../../../connection'
import { useErrorWords } from '../../../i18n/error-words'
import { useFormat } from '../../../i18n/format'
import { callShell } from '../../../shell'
import { Section } from './Section'

const promises = ['stolen', 'locked', 'network', 'kept'] as const
const notPromised = ['malware', 'forced', 'rollback', 'erased', 'sent', 'keychain'] as const

/** Which Palier this is, what it promises, and what it does not. */
export function AboutSettings() {
  const { t } = useTranslation()
  return (
    <>
      <Versions />
      <Section title={t('settings.promised')} body={t('settings.promisedBody')}>
        <ul className="promises">
          {promises.map((promise) => (
            <li key={promise}>{t(`settings.promises.${promise}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('settings.notPromised')} body={t('settings.notPromisedBody')}>
        <ul className="promises">
          {notPromised.map((limit) => (
            <li key={limit}>{t(`settings.limits.${limit}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('settings.verify')} body={t('settings.verifyBody')}>
        <Verify />
      </Section>
    </>
  )
}

function Versions() {
  const { t } = useTranslation()
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => {
    callShell('appInfo', {}).then(setInfo, () => undefined) // outside the application there is no version to tell
  }, [])
  const versions = info
    ? [
        ['Electron', info.electron],
        ['Chromium', info.chrome],
        ['Node', info.node],
      ]
    : []
  return (
    <Section title={info ? t('settings.version', { version: info.version }) : 'Palier'} body={t('settings.licence')}>
      <dl className="kv">
        {versions.map(([name, version]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd className="tab">{version}</dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  )
}

type Verified = OutputOf<'history.verify'>

/** Every change holds the mark of the one before: a change made outside Palier breaks the chain. */
function Verify() {
  const { t } = useTranslation()
  const words = useErrorWords()
  const format = useFormat()
  const [pending, setPending] = useState(false)
  const [result, setResult] = useState<Verified | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function verify(): Promise<void> {
    setPending(true)
    setError(null)
    try {
      setResult(await ask('history.verify', {}))
    } catch (problem) {
      setError(words(asAppError(problem)))
    } finally {
      setPending(false)
    }
  }

  return (
    <>
      <Button loading={pending} onClick={() => void verify()}>
        {t('settings.verifyNow')}
      </Button>
      <p role="status">
        {result === null
          ? null
          : result.brokenAt === null
            ? t('settings.verified', { count: result.changes })
            : t('settings.broken', { number: format.number(result.brokenAt) })}
      </p>
      <p className="field-error" role="alert">
        {error}
      </p>
    </>
  )
}
