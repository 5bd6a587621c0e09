import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Programme } from '../../../shared/features/programmes'
import { type PartnerRole, partnerRoles } from '../../../shared/rules/programmes'
import { ask } from '../../api'
import { findOrganisations } from '../../forms/find-organisations'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useWholeList } from '../../forms/use-whole-list'
import { useChoiceLabel } from '../../i18n/choices'
import { useTold } from '../../told'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'

interface Line {
  readonly key: string
  readonly organisation: PickerOption | null
  readonly role: PartnerRole
}

/** The organisations that take part, and as what. */
export function PartnersDrawer({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const { lines, add, change, remove } = useWholeList<Line>(
    programme.partners.map((partner) => ({
      key: partner.id,
      organisation: { id: partner.organisationId, label: partner.organisationName },
      role: partner.role,
    })),
    (key) => ({ key, organisation: null, role: 'referrer' }),
  )
  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    const partners = lines.flatMap(({ organisation, role }) =>
      organisation === null ? [] : [{ organisationId: organisation.id, role }],
    )
    if (partners.length < lines.length) return false
    await ask('programmes.setPartners', { id: programme.id, partners })
    told.done(t('programmes.partnersSaved'))
    return true
  }

  return (
    <FormDrawer label={t('programmes.partners')} {...drawer}>
      <ul className="programme-lines">
        {lines.map((line) => (
          <li key={line.key} className="programme-line">
            <RecordPicker
              className="grow"
              label={t('programmes.organisation')}
              value={line.organisation}
              error={asked && line.organisation === null ? t('programmes.organisationNeeded') : null}
              search={findOrganisations}
              onChange={(organisation) => change(line.key, { organisation })}
            />
            <Select
              className="programme-role"
              label={t('programmes.role')}
              data={partnerRoles.map((role) => ({ value: role, label: label('partnerRole', role) }))}
              value={line.role}
              onChange={(chosen) => change(line.key, { role: partnerRoles.find((one) => one === chosen) ?? line.role })}
            />
            <ActionIcon
              aria-label={t('programmes.remove', { name: line.organisation?.label ?? '' })}
              onClick={() => remove(line.key)}
            >
              <IconX size={15} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
        {t('programmes.addPartner')}
      </Button>
      <p className="hint programme-hint">{t('programmes.partnersHint')}</p>
    </FormDrawer>
  )
}
