import { Checkbox, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import {
  type MoveRequirement,
  moveRule,
  redirectTargetKinds,
  refusalReasons,
  withdrawalReasons,
} from '../../../shared/rules/referral-transitions'
import { outcomeClasses } from '../../../shared/rules/values'
import { ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Banner } from '../../ui/Banner'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import { RecordPicker } from '../../ui/RecordPicker'
import type { Decision } from './decision'

interface DecisionFieldsProps {
  readonly referral: Referral
  readonly decision: Decision
  /** What the rules still ask, once saving was tried. */
  readonly missing: readonly MoveRequirement[]
  readonly dayWrong: boolean
  readonly onChange: (decision: Decision) => void
}

/** What a move must come with, and when it was made. */
export function DecisionFields(props: DecisionFieldsProps) {
  const { referral, decision, missing, onChange } = props
  const { t } = useTranslation()
  const format = useFormat()
  const change = (part: Partial<Decision>) => onChange({ ...decision, ...part })
  const reopens = decision.to === 'received' && referral.state !== 'sent'
  return (
    <div className="decision-fields">
      {missing.includes('agreement') ? <Banner tone="danger">{t('referrals.missing.agreement')}</Banner> : null}
      <Needed {...props} change={change} />
      <DateField
        label={t('referrals.decidedOn')}
        value={decision.on}
        error={props.dayWrong ? t('referrals.missing.moveDay', { day: format.day(referral.stateSince) }) : null}
        onChange={(on) => change({ on })}
      />
      <FreeTextField
        label={reopens ? t('referrals.reopenWhy') : t('referrals.moveNote')}
        optional={!reopens}
        description={t('referrals.moveNoteHint')}
        value={decision.note}
        error={missing.includes('reopeningReason') ? t('referrals.missing.reopeningReason') : null}
        onChange={(note) => change({ note })}
      />
    </div>
  )
}

type NeededProps = DecisionFieldsProps & { readonly change: (part: Partial<Decision>) => void }

function Needed(props: NeededProps) {
  switch (props.decision.to) {
    case 'accepted':
      return <KnownBefore {...props} />
    case 'waitlisted':
      return <RankField {...props} />
    case 'redirected':
      return <TargetFields {...props} />
    case 'refused':
      return <RefusalFields {...props} />
    case 'withdrawn':
      return <WithdrawalFields {...props} />
    case 'closed':
      return <OutcomeField {...props} />
    case 'expired':
      return <ExpirySentence {...props} />
    case 'draft':
    case 'sent':
    case 'received':
    case 'contacting':
    case 'met':
      return null
  }
}

function KnownBefore({ referral, decision, missing, change }: NeededProps) {
  const { t } = useTranslation()
  if (!moveRule(referral.state, 'accepted')?.requires.includes('alreadyKnown')) return null
  return (
    <Checkbox
      label={t('referrals.alreadyKnown')}
      description={t('referrals.alreadyKnownHint')}
      checked={decision.alreadyKnown}
      error={missing.includes('alreadyKnown') ? t('referrals.missing.alreadyKnown') : null}
      onChange={(event) => change({ alreadyKnown: event.currentTarget.checked })}
    />
  )
}

function RankField({ decision, change }: NeededProps) {
  const { t } = useTranslation()
  return (
    <NumberInput
      label={<FieldLabel optional>{t('referrals.rankLabel')}</FieldLabel>}
      description={t('referrals.rankHint')}
      min={1}
      allowDecimal={false}
      value={decision.rank ?? ''}
      onChange={(rank) => change({ rank: typeof rank === 'number' && rank > 0 ? rank : null })}
    />
  )
}

function TargetFields({ decision, missing, change }: NeededProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const wrong = missing.includes('redirectTarget') ? t('referrals.missing.redirectTarget') : null
  return (
    <>
      <ChoiceChips
        single
        label={t('referrals.redirectKind')}
        choices={redirectTargetKinds.map((code) => ({ code, label: label('redirectTargetKind', code) }))}
        value={[decision.redirectKind]}
        onChange={([kind]) =>
          change({ redirectKind: kind ?? decision.redirectKind, redirectName: '', redirectOrganisationId: null })
        }
      />
      {decision.redirectKind === 'partner' ? (
        <RecordPicker
          label={t('referrals.redirectPartner')}
          error={wrong}
          value={
            decision.redirectName === ''
              ? null
              : { id: decision.redirectOrganisationId ?? '', label: decision.redirectName }
          }
          search={async (text) =>
            (await ask('organisations.find', { text })).map(({ id, name, city }) => ({
              id,
              label: name,
              ...(city ? { detail: city } : {}),
            }))
          }
          onChange={(option) =>
            change({ redirectName: option?.label ?? '', redirectOrganisationId: option?.id ?? null })
          }
          onCreate={(name) => change({ redirectName: name, redirectOrganisationId: null })}
          createLabel={(name) => t('referrals.redirectTo', { name })}
        />
      ) : (
        <TextInput
          label={t('referrals.redirectProgramme')}
          maxLength={120}
          error={wrong}
          value={decision.redirectName}
          onChange={(event) => change({ redirectName: event.currentTarget.value })}
        />
      )}
    </>
  )
}

function RefusalFields({ decision, missing, change }: NeededProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const retired = useQuery('settings.get', {}).data?.retiredRefusalReasons ?? []
  return (
    <>
      <MultiSelect
        label={t('referrals.refusalReasons')}
        placeholder={decision.refusalReasons.length === 0 ? t('referrals.chooseReasons') : ''}
        data={refusalReasons
          .filter((reason) => !retired.includes(reason))
          .map((reason) => ({ value: reason, label: label('refusalReason', reason) }))}
        value={[...decision.refusalReasons]}
        error={missing.includes('refusalReasons') ? t('referrals.missing.refusalReasons') : null}
        onChange={(chosen) => change({ refusalReasons: refusalReasons.filter((reason) => chosen.includes(reason)) })}
      />
      {decision.refusalReasons.includes('otherScheme') ? (
        <TextInput
          label={t('referrals.otherScheme')}
          maxLength={120}
          value={decision.otherSchemeName}
          error={missing.includes('otherSchemeName') ? t('referrals.missing.otherSchemeName') : null}
          onChange={(event) => change({ otherSchemeName: event.currentTarget.value })}
        />
      ) : null}
    </>
  )
}

function WithdrawalFields({ decision, change }: NeededProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const askers = [
    { code: 'person' as const, label: t('referrals.askedBy.person') },
    { code: 'officer' as const, label: t('referrals.askedBy.officer') },
  ]
  return (
    <>
      <ChoiceChips
        single
        label={t('referrals.whoAsked')}
        choices={askers}
        value={[decision.askedBy]}
        onChange={([askedBy]) => change({ askedBy: askedBy ?? decision.askedBy })}
      />
      <Select
        label={<FieldLabel optional>{t('referrals.withdrawalReason')}</FieldLabel>}
        clearable
        data={withdrawalReasons.map((reason) => ({ value: reason, label: label('withdrawalReason', reason) }))}
        value={decision.withdrawalReason}
        onChange={(chosen) =>
          change({ withdrawalReason: withdrawalReasons.find((reason) => reason === chosen) ?? null })
        }
      />
    </>
  )
}

function OutcomeField({ decision, missing, change }: NeededProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (
    <Select
      label={t('referrals.outcome')}
      data={outcomeClasses.map((code) => ({ value: code, label: label('outcomeClass', code) }))}
      value={decision.outcomeClass}
      error={missing.includes('outcomeClass') ? t('referrals.missing.outcomeClass') : null}
      onChange={(chosen) => change({ outcomeClass: outcomeClasses.find((code) => code === chosen) ?? null })}
    />
  )
}

function ExpirySentence({ referral }: NeededProps) {
  const { t } = useTranslation()
  if (referral.expiryProposal === null) return null
  return <p>{t(`referrals.expires.${referral.expiryProposal}`)}</p>
}
