import { Button, TextInput } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OutputOf, useCommand } from '../../../api'
import { asAppError } from '../../../connection'
import { useChoiceLabel } from '../../../i18n/choices'
import { useErrorWords } from '../../../i18n/error-words'
import { callShell } from '../../../shell'
import { showToast } from '../../../ui/toasts'
import { Section } from './Section'

type Values = OutputOf<'settings.get'>

/** What this space is, and where it lies. */
export function SpaceSettings({ values, logo }: { values: Values; logo: ReactNode }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const choice = useChoiceLabel()
  const show = () =>
    callShell('showItemInFolder', { path: values.folder }).catch((problem: unknown) =>
      showToast({ tone: 'danger', text: words(asAppError(problem)) }),
    )
  return (
    <>
      <Section title={values.organisationName} body={choice('spaceKind', values.kind)}>
        <Name key={values.organisationName} name={values.organisationName} />
        <dl className="kv wide">
          <dt>{t('settings.folder')}</dt>
          <dd className="selectable">{values.folder}</dd>
        </dl>
        <Button leftSection={<IconFolder size={15} />} onClick={() => void show()}>
          {t('settings.showFolder')}
        </Button>
        <p className="hint">{t('settings.oneComputer')}</p>
      </Section>
      {logo === null ? null : (
        <Section title={t('logos.title')} body={t('logos.settingsBody')}>
          {logo}
        </Section>
      )}
      {values.kind === 'landlord' ? <Partner values={values} /> : null}
      <Section title={t('settings.trash')} body={t('settings.trashBody')}>
        <a className="text-link" href="#/trash">
          {t('settings.openTrash')}
        </a>
      </Section>
    </>
  )
}

/** What the organisation is called: on its forms, its files and the list of spaces. */
function Name({ name }: { name: string }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [typed, setTyped] = useState(name)
  const rename = useCommand('settings.rename', {
    onSuccess: () => showToast({ tone: 'done', text: t('settings.saved') }),
  })
  const wanted = typed.trim()
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    if (wanted !== '' && wanted !== name) rename.mutate({ organisationName: wanted })
  }
  return (
    <form className="row wide setting-name" onSubmit={save}>
      <TextInput
        className="grow"
        label={t('settings.organisationName')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={wanted === '' ? t('settings.nameNeeded') : rename.error ? words(rename.error) : null}
        maxLength={200}
      />
      <Button type="submit" disabled={wanted === '' || wanted === name} loading={rename.isPending}>
        {t('common.save')}
      </Button>
    </form>
  )
}

/** The association a landlord refers to: it is named in the agreement a person signs. */
function Partner({ values }: { values: Values }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [name, setName] = useState(values.partnerName ?? '')
  const update = useCommand('settings.update', {
    onSuccess: () => showToast({ tone: 'done', text: t('settings.saved') }),
  })
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    update.mutate({ partnerName: name.trim() === '' ? null : name.trim() })
  }
  return (
    <Section title={t('settings.partner')} body={t('settings.partnerBody')}>
      <form className="row wide" onSubmit={save}>
        <TextInput
          className="grow"
          aria-label={t('settings.partner')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={update.error ? words(update.error) : null}
          maxLength={200}
        />
        <Button type="submit" disabled={name.trim() === (values.partnerName ?? '')} loading={update.isPending}>
          {t('common.save')}
        </Button>
      </form>
    </Section>
  )
}
