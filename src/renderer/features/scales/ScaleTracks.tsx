import { useTranslation } from 'react-i18next'
import type { ScaleRating } from '../../../shared/features/scales'
import { scaleMoments } from '../../../shared/rules/coaching'
import { useQuery } from '../../api'
import './scales.css'

/** How far someone says they have come in their present support: from a ring to a disc on each theme. */
export function ScaleTracks({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const spell = useQuery('supports.ofPerson', { personId }).data?.[0]
  const ratings = useQuery('scales.ofPerson', { personId }).data ?? []
  const own = ratings.filter(({ supportId, rater }) => supportId === spell?.id && rater === 'person')
  if (own.length === 0) return null
  const themes = [...new Set(own.map(({ themeId }) => themeId))]
  return (
    <section>
      <h2 className="h3">
        {t('scales.title')} <span className="end">{t('scales.outOfTen')}</span>
      </h2>
      <ul className="tracks">
        {themes.map((id) => (
          <Track key={id} rated={own.filter(({ themeId }) => themeId === id)} />
        ))}
      </ul>
    </section>
  )
}

function Track({ rated }: { rated: readonly ScaleRating[] }) {
  const { t } = useTranslation()
  const inOrder = scaleMoments.flatMap((moment) => rated.filter((one) => one.moment === moment))
  const [first] = inOrder
  const last = inOrder.at(-1)
  if (!first || !last) return null
  const from = first.score * 10
  const to = last.score * 10
  const moved = first !== last
  return (
    <li>
      <span>{first.label}</span>
      <span className="track-line">
        <span className="track" aria-hidden="true">
          <i className="track-part" style={{ left: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` }} />
          {moved ? <i className="track-from" style={{ left: `${from}%` }} /> : null}
          <i className="track-to" style={{ left: `${to}%` }} />
        </span>
        <span className="tab t2">
          {moved ? (
            <>
              {first.score} <span aria-label={t('scales.toNow')}>→</span> <b className="semi">{last.score}</b>
            </>
          ) : (
            <b className="semi">{last.score}</b>
          )}
        </span>
      </span>
    </li>
  )
}
