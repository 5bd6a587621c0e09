import { getHotkeyHandler } from '@mantine/hooks'
import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../../shared/features/search'
import { useErrorWords } from '../../i18n/error-words'
import { Keys } from '../../ui/Keys'
import { HitLine } from './HitLine'
import { offeredActions, type PaletteAction, type Typed } from './palette-action'
import { Shortcut } from './Shortcut'
import { useHits } from './use-hits'
import './palette.css'

interface PaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onOpen: (hit: SearchHit) => void
  readonly actionsFor: (typed: Typed) => readonly PaletteAction[]
}

const recordGroups = ['people', 'organisations', 'residences', 'referrals', 'programmes', 'cohorts'] as const
const actionGroups = ['actions', 'places'] as const

/** Ctrl+K: anything by a few letters of it, and what one can do. */
export function Palette({ opened, onClose, ...rest }: PaletteProps) {
  const { t } = useTranslation()
  return (
    // there at once and whole: what is typed right after Ctrl+K must find its place
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={664}
      padding={0}
      yOffset={84}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('search.label')}>
        <Modal.Body className="palette-body">
          <Content onClose={onClose} {...rest} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

interface Item {
  readonly key: string
  readonly content: React.ReactNode
  readonly run: () => void
}
interface Group {
  readonly name: (typeof recordGroups)[number] | (typeof actionGroups)[number]
  readonly items: readonly Item[]
}

function Content({ onClose, onOpen, actionsFor }: Omit<PaletteProps, 'opened'>) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const box = useRef<HTMLInputElement>(null)
  useFocusWhileOpen(box)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [entered, setEntered] = useState(false)
  const { hits, ms, pending, error } = useHits(text)
  const listId = useId()

  const go = (run: () => void) => () => {
    onClose()
    run()
  }
  const actions = actionsFor({ text: text.trim(), person: pending ? null : onlyPerson(hits) })
  const groups = [
    ...recordGroups.map((name): Group => ({ name, items: hits.filter((hit) => hit.entity === name).map(hitItem) })),
    ...actionGroups.map((name): Group => {
      const offered = offeredActions(actions, text).filter(({ group }) => group === name)
      return { name, items: offered.map(actionItem) }
    }),
  ].filter(({ items }) => items.length > 0)
  const items = groups.flatMap((group) => group.items)
  const current = items[Math.min(active, items.length - 1)]
  useEnter(entered, pending, () => current?.run())
  useShown(current && `${listId} ${current.key}`)

  function hitItem(hit: SearchHit): Item {
    return {
      key: `${hit.entity} ${hit.id}`,
      content: <HitLine hit={hit} typed={text} />,
      run: go(() => onOpen(hit)),
    }
  }
  function actionItem(action: PaletteAction): Item {
    const content = (
      <>
        <span className="palette-icon">
          <action.icon size={17} />
        </span>
        <span className="cut grow">{action.label}</span>
        {action.keys === undefined ? null : <Shortcut keys={action.keys} />}
      </>
    )
    return { key: action.id, content, run: go(action.run) }
  }

  // the other keys are the window's, which hears them while one types too
  const shortcuts = getHotkeyHandler(
    actions.flatMap(({ keys, always, run }): [string, () => void][] => (keys && always ? [[keys, go(run)]] : [])),
  )
  function onKey(event: KeyboardEvent<HTMLElement>): void {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = moves[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive((Math.min(active, items.length - 1) + step + items.length) % Math.max(items.length, 1))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      setEntered(true)
    } else {
      shortcuts(event)
      if (event.defaultPrevented) event.stopPropagation() // done here: the window's own shortcut would do it twice
    }
  }

  return (
    <div className="palette">
      <div className="palette-head">
        <IconSearch size={18} />
        <input
          ref={box}
          data-autofocus
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={current ? `${listId} ${current.key}` : undefined}
          aria-autocomplete="list"
          aria-label={t('search.label')}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('search.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setActive(0)
            setEntered(false)
          }}
          onKeyDown={onKey}
        />
        <Keys keys={t('grid.keyEscape')} />
      </div>
      {error ? (
        <p className="palette-nothing" role="alert">
          {words(error)}
        </p>
      ) : null}
      {text.trim() !== '' && hits.length === 0 && !pending && !error ? (
        <p className="palette-nothing">{t('search.nothing')}</p>
      ) : null}
      <div
        className="palette-list"
        role="listbox"
        id={listId}
        aria-label={t('search.label')}
        aria-busy={pending}
        tabIndex={-1}
      >
        {groups.map(({ name, items: found }) => (
          <div role="group" aria-label={t(`search.groups.${name}`)} key={name}>
            <p className="palette-group" aria-hidden="true">
              {t(`search.groups.${name}`)}
            </p>
            {found.map((item) => (
              <div
                key={item.key}
                id={`${listId} ${item.key}`}
                role="option"
                tabIndex={-1}
                aria-selected={item === current}
                className="palette-item"
                onClick={item.run}
                onKeyDown={onKey}
                onMouseMove={() => setActive(items.indexOf(item))}
              >
                {item.content}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="palette-foot">
        <span>
          <Keys keys="↑" /> <Keys keys="↓" /> {t('search.choose')}
        </span>
        <span>
          <Keys keys={t('grid.keyEnter')} /> {t('search.open')}
        </span>
        <span className="end" role="status">
          {ms === null ? '' : t('search.results', { count: hits.length, ms })}
        </span>
      </p>
    </div>
  )
}

/** The box has the focus as soon as it is drawn, and what had it gets it back. */
function useFocusWhileOpen(box: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    box.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [box])
}

/** Enter typed faster than the answer waits for it, so that it opens what the letters say. */
function useEnter(entered: boolean, pending: boolean, run: () => void): void {
  const due = entered && !pending
  useEffect(() => {
    if (due) run()
    // oxlint-disable-next-line react/exhaustive-deps -- once, with what is chosen when the answer is there
  }, [due])
}

/** What is chosen by keyboard is in sight, however long the list. */
function useShown(id: string | undefined): void {
  useEffect(() => {
    if (id !== undefined) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [id])
}

function onlyPerson(hits: readonly SearchHit[]): Typed['person'] {
  const [person, another] = hits.filter(({ entity }) => entity === 'people')
  return person && !another ? person : null
}
