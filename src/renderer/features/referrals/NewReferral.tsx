import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import type { SpaceKind } from '../../../shared/rules/values'
import { ask, useCommand, useQuery } from '../../api'
import { useDraft } from '../../drafts'
import { DraftTakenUp } from '../../forms/DraftTakenUp'
import { useErrorWords } from '../../i18n/error-words'
import { asAppError } from '../../connection'
import { useFormat } from '../../i18n/format'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { DateField } from '../../ui/DateField'
import { RecordHeader } from '../../ui/PageHeader'
import { FormLayout, FormSection } from '../../ui/RecordLayout'
import { StateDot } from '../../ui/StateDot'
import { showToast } from '../../ui/toasts'
import { AgreementFields } from './AgreementFields'
import { KnownPeople, WhatLeaves } from './BesideReferral'
import {
  type ReferralForm,
  beginning,
  carriesAgreement,
  emptyReferral,
  isReady,
  problemsIn,
  toNewReferral,
  withKnown,
} from './new-referral'
import { HomeOfReferral, PersonOfReferral } from './PersonOfReferral'
import { PrintAgreement } from './PrintAgreement'
import { ReferralAgreement } from './ReferralAgreement'
import { OriginFields, ProjectFields, ReachFields } from './SaidFields'
import './referrals.css'

interface NewReferralProps {
  readonly kind: SpaceKind
  /** Someone known, whose record one comes from. */
  readonly personId?: string | undefined
  /** A redirected referral, which the new one follows. */
  readonly previousId?: string | undefined
  /** A name typed elsewhere, as in the search box. */
  readonly name?: string | undefined
  readonly onSaved: (referral: Referral) => void
  readonly onCancel: () => void
}

/** A referral on one page: who, what project, how to reach them, and last the agreement, without which nothing leaves. */
export function NewReferral({ kind, personId, previousId, name, onSaved, onCancel }: NewReferralProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const { failed } = told
  const words = useErrorWords()
  const { language } = usePreferences()
  const draftKey = `referrals/new${previousId ? `/after/${previousId}` : personId ? `/${personId}` : ''}`
  const [form, setForm] = useState<ReferralForm>(emptyReferral)
  const [touched, setTouched] = useState(false)
  const [takenUp, setTakenUp] = useState<string | null>(null)
  const [previous, setPrevious] = useState<Referral | null>(null)
  const [asked, setAsked] = useState<'draft' | 'whole' | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const page = useRef<HTMLFormElement>(null)
  const draft = useDraft(draftKey, form, touched)
  const create = useCommand('referrals.create')
  const settings = useQuery('settings.get', {}).data
  const landlordId = kind === 'landlord' ? (settings?.ownOrganisationId ?? null) : (form.landlord?.id ?? null)
  const agreementForm = useQuery(
    'referrals.agreementForm',
    { personId: form.known?.id ?? null, landlordId, locale: language },
    { keepPrevious: true },
  ).data
  const carried = carriesAgreement(previous)
  const problems = asked ? problemsIn(form, asked === 'whole' && !carried) : null
  const association =
    kind === 'association'
      ? (settings?.organisationName ?? '')
      : (settings?.partnerName ?? t('referrals.theAssociation'))
  const landlord =
    kind === 'landlord' ? (settings?.organisationName ?? '') : (form.landlord?.label ?? t('referrals.theLandlord'))

  useEffect(() => {
    void beginning({ draftKey, personId, previousId, name }).then(
      (begun) => {
        setForm(begun.form)
        setTakenUp(begun.keptAt)
        setPrevious(begun.previous)
      },
      failed, // it begins empty, and the screen can be used
    )
  }, [draftKey, personId, previousId, name, failed])

  function change(part: Partial<ReferralForm>): void {
    setTouched(true)
    setRefused(null)
    setForm((now) => ({ ...now, ...part }))
  }

  async function take(id: string): Promise<void> {
    try {
      const next = await withKnown(form, id)
      setTouched(true)
      setForm(next)
    } catch (problem) {
      told.failed(problem)
    }
  }

  /** A residence says where its people live, as long as nothing else was typed. */
  async function settleIn(residenceId: string): Promise<void> {
    const { address, postcode, city, communeCode, communeName } = await ask('residences.get', { id: residenceId })
    const commune = communeCode === null ? null : { code: communeCode, name: communeName ?? city ?? '' }
    const theirs = { address: address ?? '', postcode: postcode ?? '', city: city ?? '', commune }
    setForm((now) =>
      now.address.address || now.address.postcode || now.address.city ? now : { ...now, address: theirs },
    )
  }

  async function save(way: 'draft' | 'whole'): Promise<void> {
    setAsked(way)
    setRefused(null)
    if (!isReady(problemsIn(form, way === 'whole' && !carried))) {
      setRefused(t('referrals.somethingMissing'))
      setTimeout(() => showFirstProblem(page.current))
      return
    }
    const send = way === 'whole' && kind === 'landlord'
    const wordingVersion = agreementForm?.wordingVersion ?? ''
    try {
      const referral = await create.mutateAsync(toNewReferral(form, { kind, wordingVersion, send, previous }))
      await draft.discard()
      told.done(t(send ? 'referrals.sentNow' : 'referrals.saved', { number: referral.number }))
      onSaved(referral)
    } catch (problem) {
      setRefused(words(asAppError(problem)))
    }
  }

  function leave(): void {
    if (touched) showToast({ tone: 'info', text: t('lists.draftStays') })
    onCancel()
  }

  async function beginAgain(): Promise<void> {
    try {
      await ask('drafts.discard', { key: draftKey })
      const begun = await beginning({ draftKey, personId, previousId, name })
      setForm(begun.form)
      setTouched(false)
      setTakenUp(null)
      setAsked(null)
      setRefused(null)
    } catch (problem) {
      told.failed(problem)
    }
  }

  const acts = (
    <>
      {draft.savedAt ? (
        <span className="sm">
          <StateDot tone="done">{t('referrals.draftKept', { time: format.time(draft.savedAt) })}</StateDot>
        </span>
      ) : null}
      <Button variant="subtle" onClick={leave}>
        {t('common.cancel')}
      </Button>
      {kind === 'landlord' ? (
        <Button onClick={() => void save('draft')} loading={create.isPending}>
          {t('referrals.saveDraft')}
        </Button>
      ) : null}
      <Button variant="filled" leftSection={<IconSend size={15} />} type="submit" loading={create.isPending}>
        {kind === 'landlord' ? t('referrals.send') : t('referrals.save')}
      </Button>
    </>
  )

  return (
    <form
      className="referral-form"
      noValidate
      ref={page}
      onSubmit={(event) => {
        event.preventDefault()
        void save('whole')
      }}
    >
      <RecordHeader
        label={t('referrals.crumbs')}
        crumbs={[{ label: t('referrals.title'), href: '#/referrals' }, { label: t('referrals.crumbNew') }]}
        acts={acts}
      />
      <FormLayout
        besideLabel={t(kind === 'landlord' ? 'referrals.whatLeaves' : 'referrals.whatFollows')}
        beside={
          <>
            <KnownPeople form={form} onTake={(id) => void take(id)} />
            <WhatLeaves kind={kind} association={association} />
          </>
        }
      >
        <h1 className="h1">{t('referrals.create')}</h1>
        <p className="t2">{t('referrals.lead')}</p>
        {refused ? (
          <div className="form-notice">
            <Banner tone="danger">{refused}</Banner>
          </div>
        ) : null}
        {takenUp ? <DraftTakenUp at={takenUp} onBeginAgain={() => void beginAgain()} /> : null}
        {previous ? (
          <p className="form-notice">
            {t('referrals.follows')} <a href={`#/referrals/${previous.id}`}>{previous.number}</a>
          </p>
        ) : null}
        <FormSection title={t('referrals.person')}>
          <PersonOfReferral
            form={form}
            problems={problems}
            onChange={change}
            onTake={(id) => void take(id)}
            fixed={previous !== null}
          />
        </FormSection>
        <FormSection title={t('referrals.home')}>
          <OriginFields
            kind={kind}
            landlordId={landlordId}
            value={form}
            wrongEmail={problems?.officerEmail ?? false}
            onChange={(part) => {
              change(part)
              if (part.residence && form.known === null) void settleIn(part.residence.id).catch(told.failed)
            }}
          />
          <HomeOfReferral form={form} problems={problems} onChange={change} />
        </FormSection>
        <FormSection title={t('referrals.project')}>
          <ProjectFields note={kind === 'landlord' ? 'travels' : 'own'} value={form} onChange={change} />
        </FormSection>
        <FormSection title={t('referrals.contact')}>
          <ReachFields value={form} onChange={change} />
          {kind === 'association' ? (
            <DateField
              label={t('referrals.receivedOn')}
              value={form.receivedOn}
              error={problems?.receivedOn ? t('referrals.missing.on') : null}
              onChange={(receivedOn) => change({ receivedOn })}
            />
          ) : null}
        </FormSection>
        <FormSection title={t('referrals.agreement')}>
          {carried && previous ? (
            <div className="span-4">
              <ReferralAgreement referral={previous} />
            </div>
          ) : (
            <AgreementFields
              values={form.agreement}
              onChange={(agreement) => change({ agreement })}
              landlord={landlord}
              association={association}
              wordingVersion={agreementForm?.wordingVersion ?? null}
              missing={problems?.agreement ?? []}
              foot={<PrintAgreement form={agreementForm} />}
            />
          )}
        </FormSection>
      </FormLayout>
    </form>
  )
}

/** What is wrong may stand out of sight: it comes in sight, ready to be mended. */
function showFirstProblem(page: HTMLElement | null): void {
  const wrong = page?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"]')
  wrong?.focus()
  wrong?.scrollIntoView({ block: 'center' })
}
