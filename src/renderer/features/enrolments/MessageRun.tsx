import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { Drawer } from '../../ui/Drawer'
import { ErrorState } from '../../ui/ErrorState'
import { PersonName } from '../../ui/PersonName'
import { DecisionMessage } from './DecisionMessage'
import { StageDot } from './StageDot'

interface MessageRunProps {
  /** Those to be told, in their order; at least one. */
  readonly ids: readonly string[]
  readonly onClose: () => void
}

/** The messages of a decision taken for several, one after the other: each is read before it leaves. */
export function MessageRun({ ids, onClose }: MessageRunProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useErrorWords()
  const [place, setPlace] = useState(0)
  const id = ids[place] ?? ''
  const { data, error, refetch } = useQuery('enrolments.get', { id })
  const last = place >= ids.length - 1
  const next = () => (last ? onClose() : setPlace(place + 1))
  return (
    <Drawer
      label={t('enrolments.message.run')}
      over={t('enrolments.message.place', { place: format.number(place + 1), count: ids.length })}
      title={data ? <PersonName lastName={data.lastName} firstName={data.firstName} /> : t('enrolments.message.run')}
      under={data ? <StageDot stage={data.stage} /> : null}
      onClose={onClose}
      onPrevious={place > 0 ? () => setPlace(place - 1) : undefined}
      onNext={last ? undefined : () => setPlace(place + 1)}
      footer={
        <>
          <Button variant="subtle" onClick={onClose}>
            {t('common.close')}
          </Button>
          <Button onClick={next}>{t(last ? 'enrolments.message.end' : 'enrolments.message.skip')}</Button>
        </>
      }
    >
      {error && !data ? (
        <ErrorState title={t('enrolments.oneFailed')} body={words(error)} onRetry={() => void refetch()} />
      ) : null}
      {data ? <DecisionMessage enrolment={data} onSent={next} /> : null}
    </Drawer>
  )
}
