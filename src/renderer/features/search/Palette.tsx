import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  IconArrowRampRight,
  IconBuilding,
  IconBuildingCommunity,
  IconSearch,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../../shared/features/search'
import { ask } from '../../api'
import { Marked } from './Marked'
import './palette.css'

export interface PaletteAction {
  readonly id: string
  readonly label: string
  readonly icon: TablerIcon
  readonly keys?: readonly string[]
  readonly run: () => void
}

interface PaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onOpen: (hit: SearchHit) => void
  readonly actions: readonly PaletteAction[]
}

const icons = {
  people: IconUser,
  organisations: IconBuildingCommunity,
  residences: IconBuilding,
  referrals: IconArrowRampRight,
} as const
const groups = ['people', 'organisations', 'residences', 'referrals'] as const

/** Ctrl+K: anything by a few letters of it, and what one can do. */
export function Palette({ opened, onClose, onOpen, actions }: PaletteProps) {
  const { t } = useTranslation()
  return (
    <Modal.Root opened={opened} onClose={onClose} size={664} padding={0} yOffset={84}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('search.label')}>
        <Modal.Body className="palette-body">
          {opened ? <Content onClose={onClose} onOpen={onOpen} actions={actions} /> : null}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

interface Item {
  readonly key: string
  readonly run: () => void
}

function Content({ onClose, onOpen, actions }: Omit<PaletteProps, 'opened'>) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { hits, ms } = useHits(text)
  const [active, setActive] = useState(0)
  const listId = useId()
  const folded = text.trim().toLocaleLowerCase()
  const offered = actions.filter(
    ({ label }) => folded === '' || label.toLocaleLowerCase().includes(folded) || hits.length === 0,
  )
  const ordered = groups
    .map((entity) => ({ entity, hits: hits.filter((hit) => hit.entity === entity) }))
    .filter((group) => group.hits.length > 0)
  const go = (run: () => void) => () => {
    onClose()
    run()
  }
  const items: Item[] = [
    ...ordered.flatMap((group) =>
      group.hits.map((hit) => ({ key: `${hit.entity} ${hit.id}`, run: go(() => onOpen(hit)) })),
    ),
    ...offered.map((action) => ({ key: action.id, run: go(action.run) })),
  ]
  const current = items[Math.min(active, items.length - 1)]

  function onKey(event: React.KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : items.length - 1
      setActive((active + step) % Math.max(items.length, 1))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      current?.run()
    }
  }

  const option = (item: Item | undefined, content: React.ReactNode) =>
    item ? (
      <div
        key={item.key}
        id={`${listId} ${item.key}`}
        role="option"
        tabIndex={-1}
        aria-selected={item.key === current?.key}
        className="palette-item"
        onClick={item.run}
        onKeyDown={onKey}
        onMouseMove={() => setActive(items.indexOf(item))}
      >
        {content}
      </div>
    ) : null
  const itemOf = (key: string) => items.find((item) => item.key === key)

  return (
    <div className="palette">
      <div className="palette-head">
        <IconSearch size={18} />
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={current ? `${listId} ${current.key}` : undefined}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKey}
        />
      </div>
      <div className="palette-list" role="listbox" id={listId} aria-label={t('search.label')}>
        {ordered.map((group) => (
          <div role="group" aria-label={t(`search.groups.${group.entity}`)} key={group.entity}>
            <p className="palette-group" aria-hidden="true">
              {t(`search.groups.${group.entity}`)}
            </p>
            {group.hits.map((hit) => {
              const Icon = icons[hit.entity]
              return option(
                itemOf(`${hit.entity} ${hit.id}`),
                <>
                  <Icon size={17} />
                  <span className="cut grow">
                    {hit.title}{' '}
                    {hit.snippet ? (
                      <small className="t3">
                        <Marked text={hit.snippet} />
                      </small>
                    ) : null}
                  </span>
                  <small className="t3 cut">{hit.subtitle}</small>
                </>,
              )
            })}
          </div>
        ))}
        {offered.length > 0 ? (
          <div role="group" aria-label={t('search.groups.actions')}>
            <p className="palette-group" aria-hidden="true">
              {t('search.groups.actions')}
            </p>
            {offered.map((action) =>
              option(
                itemOf(action.id),
                <>
                  <action.icon size={17} />
                  <span className="cut grow">{action.label}</span>
                  {action.keys?.map((key) => (
                    <kbd className="kbd" key={key}>
                      {key}
                    </kbd>
                  ))}
                </>,
              ),
            )}
          </div>
        ) : null}
        {items.length === 0 ? <p className="palette-nothing">{t('search.nothing')}</p> : null}
      </div>
      <p className="palette-foot">
        <span>
          <kbd className="kbd">↑</kbd> <kbd className="kbd">↓</kbd> {t('search.choose')}
        </span>
        <span>
          <kbd className="kbd">{t('grid.keyEnter')}</kbd> {t('search.open')}
        </span>
        <span className="end" role="status">
          {ms === null ? '' : t('search.results', { count: hits.length, ms })}
        </span>
      </p>
    </div>
  )
}

function useHits(text: string): { readonly hits: readonly SearchHit[]; readonly ms: number | null } {
  const [wanted] = useDebouncedValue(text.trim(), 60)
  const [found, setFound] = useState<{ hits: readonly SearchHit[]; ms: number | null }>({ hits: [], ms: null })
  useEffect(() => {
    if (wanted === '') return undefined
    const abort = new AbortController()
    const start = performance.now()
    ask('search.find', { text: wanted, limit: 12 }, abort.signal).then(
      (hits) => setFound({ hits, ms: Math.max(1, Math.round(performance.now() - start)) }),
      () => undefined, // a newer question, or the process restarts: what was found stays
    )
    return () => abort.abort()
  }, [wanted])
  return wanted === '' ? { hits: [], ms: null } : found
}
