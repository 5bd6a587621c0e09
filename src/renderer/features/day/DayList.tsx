import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format'
import { type Block, type Closable, isClosable, topOf } from './day-layout'
import { DayLine, type LineHands } from './DayLine'
import type { DayLines } from './use-day-lines'

interface DayListProps extends LineHands {
  readonly scroller: RefObject<HTMLElement | null>
  readonly lines: DayLines
  readonly chosen: number
  readonly snoozing: string | null
  readonly onToggle: (group: Closable) => void
  /** Above the lines: what is said when none waits. */
  readonly children: ReactNode
}

/** The lines in order under their heads; only those in sight are drawn. */
export function DayList({ scroller, lines, chosen, snoozing, onToggle, children, ...hands }: DayListProps) {
  const { t } = useTranslation()
  const { blocks, drawn } = lines
  return (
    <section className="day-queue" aria-label={t('day.queue')} ref={scroller}>
      {children}
      <div className="day-sheet" style={{ height: lines.height }}>
        {blocks.map((block) => (
          <Fragment key={block.group}>
            <BlockHead block={block} onToggle={onToggle} />
            {block.open ? (
              <ul aria-label={t(`day.group.${block.group}`)}>
                {drawn
                  .filter(({ index }) => index >= block.first && index < block.first + block.count)
                  .map(({ index, item }) =>
                    item === null ? (
                      <li key={index} className="day-line day-waiting" style={{ top: topOf(blocks, index) }} />
                    ) : (
                      <DayLine
                        key={item.key}
                        item={item}
                        index={index}
                        total={lines.count}
                        top={topOf(blocks, index)}
                        chosen={index === chosen}
                        snoozing={item.key === snoozing}
                        {...hands}
                      />
                    ),
                  )}
              </ul>
            ) : null}
          </Fragment>
        ))}
      </div>
    </section>
  )
}

function BlockHead({ block, onToggle }: { block: Block; onToggle: (group: Closable) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { group, top, count, open } = block
  const words = (
    <>
      {t(`day.group.${group}`)} <span className="count">{format.number(count)}</span>
    </>
  )
  return (
    <h2 className="day-head" style={{ top }}>
      {isClosable(group) ? (
        <button type="button" aria-expanded={open} onClick={() => onToggle(group)}>
          {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          {words}
        </button>
      ) : (
        words
      )}
    </h2>
  )
}
