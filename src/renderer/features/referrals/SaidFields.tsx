import { Checkbox, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  bestTimes,
  contactPreferences,
  needs,
  projectStages,
  referralMotives,
  type SpaceKind,
} from '../../../shared/rules/values'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import { RecordPicker } from '../../ui/RecordPicker'
import type { Said } from './said'

interface SaidFieldsProps {
  readonly value: Said
  readonly onChange: (part: Partial<Said>) => void
}

interface OriginFieldsProps extends SaidFieldsProps {
  readonly kind: SpaceKind
  /** Whose residences are proposed. */
  readonly landlordId: string | null
  /** The officer's address cannot be read. */
  readonly wrongEmail: boolean
}

/** Where the person lives and, for an association, who refers them. */
export function OriginFields({ kind, landlordId, wrongEmail, value, onChange }: OriginFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      {kind === 'association' ? (
        <RecordPicker
          className="span-2"
          label={t('referrals.fieldNames.landlordId')}
          optional
          placeholder={t('referrals.findLandlord')}
          value={value.landlord}
          search={findLandlords}
          onChange={(landlord) => onChange({ landlord: optionOf(landlord), residence: null })}
        />
      ) : null}
      <RecordPicker
        className="span-2"
        label={t('referrals.fieldNames.residenceId')}
        optional
        placeholder={t('referrals.findResidence')}
        value={value.residence}
        search={(text) => findResidences(text, landlordId)}
        onChange={(residence) =>
          onChange({
            residence: optionOf(residence),
            ...(kind === 'association' && residence && !value.landlord ? { landlord: residence.landlord } : {}),
          })
        }
      />
      {kind === 'association' ? (
        <>
          <ShortText field="officerName" limit={120} value={value} onChange={onChange} />
          <ShortText field="officerPhone" limit={40} value={value} onChange={onChange} />
          <ShortText
            field="officerEmail"
            limit={120}
            value={value}
            onChange={onChange}
            error={wrongEmail ? t('referrals.emailUnread') : null}
          />
          <ShortText field="agency" limit={100} value={value} onChange={onChange} />
        </>
      ) : null}
    </>
  )
}

/** Who the note is for: an association's own, a landlord's for the association, or one that no agreement lets out. */
export type NoteReach = 'own' | 'travels' | 'stays'

interface ProjectFieldsProps extends SaidFieldsProps {
  readonly note: NoteReach
}

/** What they want to do, what for, and what would help. */
export function ProjectFields({ note, value, onChange }: ProjectFieldsProps) {
  const { t } = useTranslation()
  const caption = { own: 'ui.freeText.hint', travels: 'referrals.noteCaption', stays: 'referrals.noteStays' } as const
  const label = useChoiceLabel()
  return (
    <>
      <TextInput
        className="span-4"
        label={<FieldLabel optional>{t('referrals.inOneSentence')}</FieldLabel>}
        maxLength={200}
        value={value.project}
        onChange={(event) => onChange({ project: event.currentTarget.value })}
      />
      <Select
        label={t('referrals.motive')}
        allowDeselect={false}
        data={referralMotives.map((motive) => ({ value: motive, label: label('referralMotive', motive) }))}
        value={value.motive}
        onChange={(chosen) => onChange({ motive: referralMotives.find((motive) => motive === chosen) ?? value.motive })}
      />
      <Select
        label={<FieldLabel optional>{t('referrals.fieldNames.projectStage')}</FieldLabel>}
        clearable
        data={projectStages.map((stage) => ({ value: stage, label: label('projectStage', stage) }))}
        value={value.projectStage}
        onChange={(chosen) => onChange({ projectStage: projectStages.find((stage) => stage === chosen) ?? null })}
      />
      <TextInput
        className="span-2"
        label={<FieldLabel optional>{t('referrals.goalAsked')}</FieldLabel>}
        maxLength={200}
        value={value.goal}
        onChange={(event) => onChange({ goal: event.currentTarget.value })}
      />
      <ChoiceChips
        className="span-4"
        label={t('referrals.whatWouldHelp')}
        optional
        choices={needs.map((code) => ({ code, label: label('need', code) }))}
        value={value.needs}
        onChange={(chosen) => onChange({ needs: chosen })}
      />
      <FreeTextField
        className="span-4"
        label={t(note === 'travels' ? 'referrals.noteForAssociation' : 'referrals.fields.note')}
        optional
        description={t(caption[note])}
        value={value.note}
        onChange={(text) => onChange({ note: text })}
      />
    </>
  )
}

/** How and when they like to be reached. */
export function ReachFields({ value, onChange }: SaidFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (
    <>
      <Select
        className="span-2"
        label={<FieldLabel optional>{t('referrals.fieldNames.contactPreference')}</FieldLabel>}
        clearable
        data={contactPreferences.map((code) => ({ value: code, label: label('contactPreference', code) }))}
        value={value.contactPreference}
        onChange={(chosen) =>
          onChange({ contactPreference: contactPreferences.find((code) => code === chosen) ?? null })
        }
      />
      <ChoiceChips
        className="span-4"
        label={t('referrals.fieldNames.bestTimes')}
        optional
        choices={bestTimes.map((code) => ({ code, label: label('bestTime', code) }))}
        value={value.bestTimes}
        onChange={(chosen) => onChange({ bestTimes: chosen })}
      />
      <Checkbox
        className="span-4"
        label={t('referrals.languageHelpAsked')}
        checked={value.languageHelp}
        onChange={(event) => onChange({ languageHelp: event.currentTarget.checked })}
      />
    </>
  )
}

interface ShortTextProps extends SaidFieldsProps {
  readonly field: 'agency' | 'officerName' | 'officerEmail' | 'officerPhone'
  readonly limit: number
  readonly error?: string | null
}

function ShortText({ field, limit, error = null, value, onChange }: ShortTextProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={<FieldLabel optional>{t(`referrals.said.${field}`)}</FieldLabel>}
      maxLength={limit}
      autoComplete="off"
      error={error}
      value={value[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  )
}

function optionOf(option: { readonly id: string; readonly label: string } | null) {
  return option && { id: option.id, label: option.label }
}

async function findLandlords(text: string) {
  const found = await ask('organisations.find', { text, kinds: ['landlord'], limit: 20 })
  return found.map(({ id, name, city }) => ({ id, label: name, ...(city ? { detail: city } : {}) }))
}

async function findResidences(text: string, landlordId: string | null) {
  const found = await ask('residences.find', { text, landlordId, limit: 20 })
  return found.map((residence) => ({
    id: residence.id,
    label: residence.code ? `${residence.name}, ${residence.code}` : residence.name,
    landlord: { id: residence.landlordId, label: residence.landlordName },
    ...(residence.city ? { detail: residence.city } : {}),
  }))
}
