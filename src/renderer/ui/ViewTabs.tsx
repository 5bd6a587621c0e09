import { useTranslation } from 'react-i18next'
import { IconPlus } from '@tabler/icons-react'
import { useFormat } from '../i18n/format'
import './grid/toolbar.css'

export interface ViewTab {
  readonly id: string
  readonly name: string
  readonly count?: number | undefined
}

interface ViewTabsProps {
  readonly label: string
  readonly tabs: readonly ViewTab[]
  readonly current: string
  readonly onSelect: (id: string) => void
  readonly onCreate?: () => void
}

/** The saved views of a list, as tabs; the arrows move from one to the next. */
export function ViewTabs({ label, tabs, current, onSelect, onCreate }: ViewTabsProps) {
  const { t } = useTranslation()
  const format = useFormat()

  function onKeyDown(event: React.KeyboardEvent<HTMLDivElement>): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const here = tabs.findIndex((tab) => tab.id === current)
    const next = step === undefined ? undefined : tabs[(here + step + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${CSS.escape(next.id)}"]`)?.focus()
  }

  return (
    <div className="view-tabs">
      <div role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            type="button"
            role="tab"
            key={tab.id}
            data-view={tab.id}
            aria-selected={tab.id === current}
            tabIndex={tab.id === current ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.name}
            {tab.count === undefined ? null : <span className="view-count">{format.number(tab.count)}</span>}
          </button>
        ))}
      </div>
      {onCreate ? (
        <button
          type="button"
          className="view-add"
          aria-label={t('grid.newView')}
          title={t('grid.newView')}
          onClick={onCreate}
        >
          <IconPlus size={15} />
        </button>
      ) : null}
    </div>
  )
}
