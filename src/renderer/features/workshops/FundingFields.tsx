import { NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type FundingShare, totalShare } from '../../../shared/rules/funding-shares'
import { useQuery } from '../../api'
import { FormSection } from '../../ui/RecordLayout'

interface FundingFieldsProps {
  readonly programmeId: string
  readonly value: readonly FundingShare[]
  readonly onChange: (fundings: FundingShare[]) => void
}

/** What the hours count for, in percent of each funded action of the programme: 100 together at most. */
export function FundingFields({ programmeId, value, onChange }: FundingFieldsProps) {
  const { t } = useTranslation()
  const actions = useQuery('programmes.get', { id: programmeId }).data?.fundedActions ?? []
  const total = totalShare(value)
  function give(fundedActionId: string, share: number): void {
    const others = value.filter((one) => one.fundedActionId !== fundedActionId)
    onChange(share === 0 ? others : [...others, { fundedActionId, share }])
  }
  return (
    <FormSection title={t('workshops.fundings')}>
      {actions.length === 0 ? (
        <p className="span-4 hint">{t('workshops.noAction')}</p>
      ) : (
        <div className="span-4 workshop-fundings">
          {actions.map(({ id, title, funderName }) => (
            <div className="workshop-funding" key={id}>
              <span>
                {title}
                <small>{funderName}</small>
              </span>
              <NumberInput
                aria-label={title}
                suffix={'\u00A0%'}
                min={0}
                max={100}
                allowDecimal={false}
                clampBehavior="strict"
                placeholder={'0\u00A0%'}
                value={value.find((one) => one.fundedActionId === id)?.share ?? ''}
                onChange={(share) => give(id, typeof share === 'number' ? share : 0)}
              />
            </div>
          ))}
          <p className={`sm tab ${total > 100 ? 'tone-danger toned' : 't3'}`} role="status">
            {total > 100 ? t('workshops.over100', { total }) : t('workshops.total', { total, left: 100 - total })}
          </p>
        </div>
      )}
    </FormSection>
  )
}
