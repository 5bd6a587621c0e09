import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../shared/errors'
import type { ScaleTheme } from '../../../shared/features/scales'
import { mostScaleThemes } from '../../../shared/rules/coaching'
import { type InputOf, ask, useQuery } from '../../api'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { SeedThemes } from './SeedThemes'
import './scales.css'

/** What is rated: eight themes at most, in their order; one that is retired stays on what was answered. */
export function ScaleThemes() {
  const { t } = useTranslation()
  const told = useTold()
  const themes = useQuery('scales.themes', {}).data
  const asked = themes?.filter(({ retired }) => !retired) ?? []
  const { save, dialog } = useRecordUpdate<ScaleTheme, InputOf<'scales.updateTheme'>['fields']>({
    async read(id) {
      const found = (await ask('scales.themes', {})).find((theme) => theme.id === id)
      if (!found) throw new AppError('notFound', { id })
      return found
    },
    write: (input) => ask('scales.updateTheme', input),
    fieldLabel: () => t('scales.theme'),
    valueLabel: (_field, value) => (typeof value === 'string' ? value : ''),
  })
  const move = (id: string, position: number) =>
    void ask('scales.moveTheme', { id, position }).catch((problem: unknown) => told.failed(problem))
  return (
    <section className="coaching-part" aria-label={t('scales.themes')}>
      <h3 className="h3">
        {t('scales.themes')}{' '}
        <span className="end">{t('scales.themesOf', { count: asked.length, most: mostScaleThemes })}</span>
      </h3>
      <p className="hint">{t('scales.themesHint')}</p>
      {themes?.length === 0 ? <SeedThemes /> : null}
      <ul className="scale-themes">
        {themes?.map((theme, index) => (
          <li key={theme.id} data-retired={theme.retired || undefined}>
            <ThemeLabel theme={theme} onSave={(label) => void save(theme, { label })} />
            {theme.retired ? null : (
              <>
                <ActionIcon
                  size="sm"
                  aria-label={t('scales.moveUp', { label: theme.label })}
                  disabled={index === 0}
                  onClick={() => move(theme.id, index - 1)}
                >
                  <IconArrowUp size={15} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={t('scales.moveDown', { label: theme.label })}
                  disabled={index === asked.length - 1}
                  onClick={() => move(theme.id, index + 1)}
                >
                  <IconArrowDown size={15} />
                </ActionIcon>
              </>
            )}
            <Button
              size="xs"
              variant="subtle"
              disabled={theme.retired && asked.length >= mostScaleThemes}
              aria-label={t(theme.retired ? 'scales.askNamed' : 'scales.retireNamed', { label: theme.label })}
              onClick={() => void save(theme, { retired: !theme.retired })}
            >
              {theme.retired ? t('scales.ask') : t('scales.retire')}
            </Button>
          </li>
        ))}
      </ul>
      {asked.length < mostScaleThemes ? <NewTheme /> : null}
      {dialog}
    </section>
  )
}

function ThemeLabel({ theme, onSave }: { theme: ScaleTheme; onSave: (label: string) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  function settle(): void {
    const text = typed?.trim() ?? ''
    setTyped(null)
    if (text !== '' && text !== theme.label) onSave(text)
  }
  return (
    <TextInput
      className="grow"
      size="xs"
      aria-label={t('scales.labelOf', { label: theme.label })}
      autoComplete="off"
      maxLength={60}
      disabled={theme.retired}
      value={typed ?? theme.label}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}

function NewTheme() {
  const { t } = useTranslation()
  const told = useTold()
  const [label, setLabel] = useState('')
  async function add(): Promise<void> {
    if (label.trim() === '') return
    try {
      await ask('scales.addTheme', { label: label.trim() })
      setLabel('')
      told.done(t('scales.added'))
    } catch (problem) {
      told.failed(problem)
    }
  }
  return (
    <form
      className="scale-add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextInput
        aria-label={t('scales.newTheme')}
        placeholder={t('scales.newTheme')}
        autoComplete="off"
        maxLength={60}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button type="submit" disabled={label.trim() === ''}>
        {t('common.add')}
      </Button>
    </form>
  )
}
