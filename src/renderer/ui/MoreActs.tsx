import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** What is seldom done with a record. */
export function MoreActs({ onTrash }: { onTrash: () => void }) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('common.more')}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item data-danger leftSection={<IconTrash size={16} />} onClick={onTrash}>
          {t('lists.trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
