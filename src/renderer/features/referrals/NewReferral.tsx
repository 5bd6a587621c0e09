import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { displayName } from '../../../shared/rules/fold'
import {
  bestTimes,
  contactPreferences,
  needs,
  projectStages,
  referralMotives,
  type SpaceKind,
} from '../../../shared/rules/values'
import { ask, useCommand, useQuery } from '../../api'
import { readDraft, useDraft } from '../../drafts'
import { AddressFields } from '../../forms/AddressFields'
import { PersonFields } from '../../forms/PersonFields'
import { QpvFields } from '../../forms/QpvFields'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { usePreferences } from '../../theme/preferences'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import { RecordHeader } from '../../ui/PageHeader'
import { FormLayout, FormSection } from '../../ui/RecordLayout'
import { RecordPicker } from '../../ui/RecordPicker'
import { AgreementFields } from './AgreementFields'
import { KnownPeople, WhatLeaves } from './BesideReferral'
import { PrintAgreement } from './PrintAgreement'
import { type ReferralForm, emptyReferral, missingInReferral, toNewReferral } from './new-referral'
import { useTold } from './use-told'

interface NewReferralProps {
  readonly kind: SpaceKind
  /** Someone known, whose record one comes from. */
  readonly personId?: string | undefined
  /** A name typed elsewhere, as in the search box. */
  readonly name?: string | undefined
  readonly onSaved: (referral: Referral) => void
  readonly onCancel: () => void
}

const draftKey = 'referrals/new'

/** A referral on one page: who, what project, how to reach them, and last the agreement, without which nothing leaves. */
export function NewReferral({ kind, personId, name, onSaved, onCancel }: NewReferralProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const told = useTold()
  const [form, setForm] = useState<ReferralForm>(emptyReferral)
  const [touched, setTouched] = useState(false)
  const [asked, setAsked] = useState<'draft' | 'whole' | null>(null)
  const draft = useDraft(draftKey, form, touched)
  const create = useCommand('referrals.create')
  const settings = useQuery('settings.get', {}).data
  const { language } = usePreferences()
  const landlordId = kind === 'landlord' ? (settings?.ownOrganisationId ?? null) : (form.landlord?.id ?? null)
  const agreementForm = useQuery(
    'referrals.agreementForm',
    { personId: form.known?.id ?? null, landlordId, locale: language },
    { keepPrevious: true },
  ).data
  const missing = asked ? missingInReferral(form, asked === 'draft') : null
  const association =
    kind === 'association'
      ? (settings?.organisationName ?? '')
      : (settings?.partnerName ?? t('referrals.theAssociation'))
  const landlord =
    kind === 'landlord' ? (settings?.organisationName ?? '') : (form.landlord?.label ?? t('referrals.theLandlord'))
  useEffect(() => {
    void beginning(personId, name).then(setForm, () => undefined) // it begins empty, and the screen can be used
  }, [personId, name])

  function change(part: Partial<ReferralForm>): void {
    setTouched(true)
    setForm((now) => ({ ...now, ...part }))
  }

  async function save(way: 'draft' | 'whole'): Promise<void> {
    setAsked(way)
    const found = missingInReferral(form, way === 'draft')
    if (found.name || found.phone || found.agreement.length > 0) return
    try {
      const referral = await create.mutateAsync(
        toNewReferral(form, agreementForm?.wordingVersion ?? '', way === 'whole' && kind === 'landlord'),
      )
      await draft.discard()
      told.done(t('referrals.saved', { number: referral.number }))
      onSaved(referral)
    } catch (problem) {
      told.failed(problem)
    }
  }

  const acts = (
    <>
      {draft.savedAt ? (
        <span className="sm t3">{t('referrals.draftKept', { time: format.time(draft.savedAt) })}</span>
      ) : null}
      <Button variant="subtle" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
      {kind === 'landlord' ? (
        <Button onClick={() => void save('draft')} loading={create.isPending}>
          {t('referrals.saveDraft')}
        </Button>
      ) : null}
      <Button
        variant="filled"
        leftSection={<IconSend size={15} />}
        onClick={() => void save('whole')}
        loading={create.isPending}
      >
        {kind === 'landlord' ? t('referrals.send') : t('referrals.save')}
      </Button>
    </>
  )

  return (
    <>
      <RecordHeader
        label={t('referrals.crumbs')}
        crumbs={[{ label: t('referrals.title'), href: '#/referrals' }, { label: t('referrals.crumbNew') }]}
        acts={acts}
      />
      <FormLayout
        besideLabel={t('referrals.whatLeaves')}
        beside={
          <>
            <KnownPeople form={form} onTake={(known) => change({ known })} />
            <WhatLeaves kind={kind} association={association} />
          </>
        }
      >
        <h1 className="h1">{t('referrals.create')}</h1>
        <p className="t2">{t('referrals.lead')}</p>
        <FormSection title={t('referrals.person')}>
          <RecordPicker
            className="span-4"
            label={t('referrals.knownPerson')}
            optional
            placeholder={t('referrals.findPerson')}
            value={form.known}
            search={findPeople}
            onChange={(known) => change({ known })}
          />
          {form.known ? null : (
            <PersonFields
              value={form.identity}
              errors={missing?.name ? { lastName: t('referrals.nameNeeded') } : {}}
              onChange={(identity) => change({ identity })}
            />
          )}
        </FormSection>
        <FormSection title={t('referrals.home')}>
          {kind === 'association' ? (
            <RecordPicker
              className="span-2"
              label={t('referrals.fieldNames.landlordId')}
              optional
              value={form.landlord}
              search={findLandlords}
              onChange={(chosen) => change({ landlord: chosen, residence: null })}
            />
          ) : null}
          <RecordPicker
            className="span-2"
            label={t('referrals.fieldNames.residenceId')}
            optional
            value={form.residence}
            search={(text) => findResidences(text, landlordId)}
            onChange={(residence) => change({ residence })}
          />
          {kind === 'association' ? (
            <>
              <TextInput
                label={<FieldLabel optional>{t('referrals.fieldNames.agency')}</FieldLabel>}
                maxLength={100}
                value={form.agency}
                onChange={(event) => change({ agency: event.currentTarget.value })}
              />
              <TextInput
                label={<FieldLabel optional>{t('referrals.fieldNames.officerName')}</FieldLabel>}
                maxLength={120}
                value={form.officerName}
                onChange={(event) => change({ officerName: event.currentTarget.value })}
              />
              <TextInput
                className="span-2"
                label={<FieldLabel optional>{t('referrals.fieldNames.officerEmail')}</FieldLabel>}
                maxLength={120}
                value={form.officerEmail}
                onChange={(event) => change({ officerEmail: event.currentTarget.value })}
              />
            </>
          ) : null}
          {form.known ? null : (
            <>
              <AddressFields value={form.address} onChange={(address) => change({ address })} />
              <QpvFields
                value={form.qpv}
                communeCode={form.address.commune?.code ?? null}
                onChange={(qpv) => change({ qpv })}
              />
            </>
          )}
        </FormSection>
        <FormSection title={t('referrals.project')}>
          <TextInput
            className="span-4"
            label={<FieldLabel optional>{t('referrals.inOneSentence')}</FieldLabel>}
            maxLength={200}
            value={form.project}
            onChange={(event) => change({ project: event.currentTarget.value })}
          />
          <Select
            className="span-2"
            label={t('referrals.motive')}
            allowDeselect={false}
            data={referralMotives.map((motive) => ({ value: motive, label: label('referralMotive', motive) }))}
            value={form.motive}
            onChange={(value) => change({ motive: referralMotives.find((motive) => motive === value) ?? form.motive })}
          />
          <Select
            className="span-2"
            label={<FieldLabel optional>{t('referrals.fieldNames.projectStage')}</FieldLabel>}
            clearable
            data={projectStages.map((stage) => ({ value: stage, label: label('projectStage', stage) }))}
            value={form.projectStage}
            onChange={(value) => change({ projectStage: projectStages.find((stage) => stage === value) ?? null })}
          />
          <ChoiceChips
            className="span-4"
            label={t('referrals.whatWouldHelp')}
            optional
            choices={needs.map((code) => ({ code, label: label('need', code) }))}
            value={form.needs}
            onChange={(chosen) => change({ needs: chosen })}
          />
          <FreeTextField
            className="span-4"
            label={t('referrals.noteForAssociation')}
            optional
            description={t('referrals.noteCaption')}
            value={form.note}
            onChange={(note) => change({ note })}
          />
        </FormSection>
        <FormSection title={t('referrals.contact')}>
          <Select
            className="span-2"
            label={<FieldLabel optional>{t('referrals.fieldNames.contactPreference')}</FieldLabel>}
            clearable
            data={contactPreferences.map((preference) => ({
              value: preference,
              label: label('contactPreference', preference),
            }))}
            value={form.contactPreference}
            onChange={(value) =>
              change({ contactPreference: contactPreferences.find((preference) => preference === value) ?? null })
            }
          />
          <Checkbox
            className="span-2"
            mt="xl"
            label={t('referrals.fieldNames.languageHelp')}
            checked={form.languageHelp}
            onChange={(event) => change({ languageHelp: event.currentTarget.checked })}
          />
          <ChoiceChips
            className="span-4"
            label={t('referrals.fieldNames.bestTimes')}
            optional
            choices={bestTimes.map((code) => ({ code, label: label('bestTime', code) }))}
            value={form.bestTimes}
            onChange={(chosen) => change({ bestTimes: chosen })}
          />
          {kind === 'association' ? (
            <DateField
              label={t('referrals.receivedOn')}
              value={form.receivedOn}
              onChange={(receivedOn) => change({ receivedOn })}
            />
          ) : null}
        </FormSection>
        <FormSection title={t('referrals.agreement')}>
          <AgreementFields
            values={form.agreement}
            onChange={(agreement) => change({ agreement })}
            landlord={landlord}
            association={association}
            wordingVersion={agreementForm?.wordingVersion ?? null}
            missing={missing?.agreement ?? []}
          />
          <div className="span-4">
            <PrintAgreement form={agreementForm} />
          </div>
        </FormSection>
      </FormLayout>
    </>
  )
}

/** About whom one came, else what was half filled the last time. */
async function beginning(personId: string | undefined, name: string | undefined): Promise<ReferralForm> {
  const empty = emptyReferral()
  if (personId !== undefined) {
    const person = await ask('people.get', { id: personId })
    const { landlordId, landlordName, residenceId, residenceName, project, projectStage } = person
    return {
      ...empty,
      known: { id: person.id, label: displayName(person.lastName, person.firstName) },
      ...(landlordId === null ? {} : { landlord: { id: landlordId, label: landlordName ?? '' } }),
      ...(residenceId === null ? {} : { residence: { id: residenceId, label: residenceName ?? '' } }),
      project: project ?? '',
      projectStage,
    }
  }
  if (name !== undefined) return { ...empty, identity: { ...empty.identity, lastName: name } }
  const kept = await readDraft(draftKey)
  return kept && typeof kept.data === 'object' ? { ...empty, ...kept.data } : empty
}

async function findPeople(text: string) {
  if (text.trim() === '') return []
  const hits = await ask('search.find', { text, entities: ['people'], limit: 12 })
  return hits.map(({ id, title, subtitle }) => ({ id, label: title, ...(subtitle ? { detail: subtitle } : {}) }))
}

async function findLandlords(text: string) {
  const found = await ask('organisations.find', { text, kinds: ['landlord'], limit: 20 })
  return found.map(({ id, name, city }) => ({ id, label: name, ...(city ? { detail: city } : {}) }))
}

async function findResidences(text: string, landlordId: string | null) {
  const found = await ask('residences.find', { text, landlordId, limit: 20 })
  return found.map(({ id, name, code, city }) => ({
    id,
    label: code ? `${name}, ${code}` : name,
    ...(city ? { detail: city } : {}),
  }))
}
