import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { type Dispatch, type SetStateAction, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../theme/preferences'
import { PassphraseField } from '../../ui/PassphraseField'
import { suggestPhrase } from './suggest-phrase'

/** A passphrase being chosen: it is ready when it is strong and was typed twice the same. */
export interface NewPassphraseValue {
  readonly text: string
  readonly again: string
  readonly strong: boolean
  readonly ready: boolean
}
export const noPassphrase: NewPassphraseValue = { text: '', again: '', strong: false, ready: false }

interface NewPassphraseProps {
  readonly value: NewPassphraseValue
  readonly onChange: Dispatch<SetStateAction<NewPassphraseValue>>
  readonly easyWords?: readonly string[]
  /** Offers words drawn at random. */
  readonly suggests?: boolean
  readonly focusedAtFirst?: boolean
}

export function NewPassphrase({ value, onChange, easyWords = [], suggests, focusedAtFirst }: NewPassphraseProps) {
  const { t } = useTranslation()
  const differs = value.again !== '' && !value.text.startsWith(value.again) && value.again !== value.text
  // the measure comes a while after the key: it must not bring back what was typed then
  const change = (changed: Partial<NewPassphraseValue>) =>
    onChange((current) => {
      const next = { ...current, ...changed }
      return { ...next, ready: next.strong && next.text === next.again }
    })
  return (
    <>
      <PassphraseField
        label={t('space.newPassphrase')}
        value={value.text}
        onChange={(text) => change({ text, strong: false })}
        measured
        easyWords={easyWords}
        onStrength={(strength) => change({ strong: strength?.acceptable ?? false })}
        focusedAtFirst={focusedAtFirst ?? false}
      />
      {suggests ? <Suggestion /> : null}
      <PassphraseField
        label={t('space.passphraseAgain')}
        value={value.again}
        onChange={(again) => change({ again })}
        error={differs ? t('space.passphrasesDiffer') : null}
      />
    </>
  )
}

/** Words to learn and type by hand: filling the field with them would teach nobody anything. */
function Suggestion() {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const [phrase, setPhrase] = useState<string | null>(null)
  const suggest = () => void suggestPhrase(language).then(setPhrase)
  return (
    <div className="suggestion">
      <Button variant="transparent" size="xs" leftSection={<IconSparkles size={15} />} onClick={suggest}>
        {phrase === null ? t('space.suggest') : t('space.suggestAnother')}
      </Button>
      <p className="mono selectable" role="status">
        {phrase}
      </p>
    </div>
  )
}
