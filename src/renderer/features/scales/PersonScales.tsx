import { Button, Select, Skeleton } from '@mantine/core'
import { IconChartRadar, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScaleRating } from '../../../shared/features/scales'
import { type ScaleRater, scaleDifference, scaleMoments, scaleRaters } from '../../../shared/rules/coaching'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { ErrorState } from '../../ui/ErrorState'
import { Radar } from '../../ui/Radar'
import { RateDrawer } from './RateDrawer'
import { radarOf } from './radar-of'
import { SeedThemes } from './SeedThemes'
import '../../ui/listing.css'
import './scales.css'

/** How far someone says they have come, and their coach: the picture, its table and what changed. */
export function PersonScales({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const format = useFormat()
  const themes = useQuery('scales.themes', {})
  const spells = useQuery('supports.ofPerson', { personId }).data
  const ratings = useQuery('scales.ofPerson', { personId })
  const [chosen, setChosen] = useState<string | null>(null)
  const [rating, setRating] = useState(false)
  const error = themes.error ?? ratings.error
  if (error && !(themes.data && ratings.data))
    return (
      <ErrorState
        title={t('scales.failed')}
        body={words(error)}
        onRetry={() => void Promise.all([themes.refetch(), ratings.refetch()])}
      />
    )
  if (!themes.data || !ratings.data || !spells) return <Skeleton height={120} />
  const spell = spells.find(({ id }) => id === chosen) ?? spells[0]
  const asked = themes.data.filter(({ retired }) => !retired)
  const own = ratings.data.filter(({ supportId }) => supportId === spell?.id)
  return (
    <section className="coaching-part" aria-label={t('scales.title')}>
      <h2 className="h2">
        {t('scales.title')}
        <span className="end row">
          {spells.length > 1 && spell ? (
            <Select
              size="xs"
              aria-label={t('scales.spell')}
              data={spells.map(({ id, coachName, startedOn }) => ({
                value: id,
                label: t('scales.spellOf', { name: coachName, day: format.day(startedOn) }),
              }))}
              value={spell.id}
              onChange={setChosen}
            />
          ) : null}
          {spell && asked.length > 0 ? (
            <Button size="xs" variant="subtle" leftSection={<IconPencil size={15} />} onClick={() => setRating(true)}>
              {t('scales.rate')}
            </Button>
          ) : null}
        </span>
      </h2>
      {themes.data.length === 0 ? (
        <SeedThemes />
      ) : spell === undefined ? (
        <p className="t3">{t('scales.noSpell')}</p>
      ) : own.length === 0 ? (
        <p className="t3">
          <IconChartRadar size={15} className="scales-icon" /> {t('scales.none')}
        </p>
      ) : (
        <Ratings ratings={own} />
      )}
      {rating && spell ? (
        <RateDrawer supportId={spell.id} themes={asked} ratings={own} onClose={() => setRating(false)} />
      ) : null}
    </section>
  )
}

function Ratings({ ratings }: { ratings: readonly ScaleRating[] }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const { axes, series } = radarOf(ratings, (rater, moment) =>
    t('scales.series', { rater: label('scaleRater', rater), moment: label('scaleMoment', moment).toLocaleLowerCase() }),
  )
  return (
    <div className="scales">
      {axes.length >= 3 ? <Radar label={t('scales.radar')} axes={axes} series={series} most={10} /> : null}
      <RatingsTable ratings={ratings} />
    </div>
  )
}

function RatingsTable({ ratings }: { ratings: readonly ScaleRating[] }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const themes = new Map(ratings.map(({ themeId, label: theme }) => [themeId, theme]))
  const moments = scaleMoments.filter((moment) => ratings.some((one) => one.moment === moment))
  const raters = scaleRaters.filter((rater) => ratings.some((one) => one.rater === rater))
  const of = (themeId: string, rater: ScaleRater) =>
    ratings.filter((one) => one.themeId === themeId && one.rater === rater)
  return (
    <table className="listing scales-table" aria-label={t('scales.table')}>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t('scales.theme')}
          </th>
          {raters.map((rater) => (
            <th scope="colgroup" key={rater} colSpan={moments.length + 1} className="num">
              {label('scaleRater', rater)}
            </th>
          ))}
        </tr>
        <tr>
          {raters.flatMap((rater) => [
            ...moments.map((moment) => (
              <th scope="col" className="num" key={`${rater} ${moment}`}>
                {label('scaleMoment', moment)}
              </th>
            )),
            <th scope="col" className="num" key={`${rater} difference`}>
              {t('scales.difference')}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {[...themes].map(([id, theme]) => (
          <tr key={id}>
            <th scope="row">{theme}</th>
            {raters.flatMap((rater) => [
              ...moments.map((moment) => (
                <td className="num" key={`${rater} ${moment}`}>
                  {of(id, rater).find((one) => one.moment === moment)?.score ?? <span className="t3">–</span>}
                </td>
              )),
              <td className="num" key={`${rater} difference`}>
                <Difference value={scaleDifference(of(id, rater))} />
              </td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Difference({ value }: { value: number | null }) {
  if (value === null) return <span className="t3">–</span>
  const words = value > 0 ? `+${value}` : String(value).replace('-', '−')
  return (
    <span className={value > 0 ? 'tone-done' : value < 0 ? 'tone-warn' : ''}>
      <b className={value === 0 ? 't2' : 'toned'}>{words}</b>
    </span>
  )
}
