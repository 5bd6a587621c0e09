import { Button, Checkbox, Menu, Popover, TextInput } from '@mantine/core'
import { IconChevronDown, IconDeviceFloppy, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface SaveViewProps {
  /** The saved view one is in; null in one that comes with the product. */
  readonly view: { readonly name: string; readonly shared: boolean } | null
  /** Whether what is shown differs from what was saved. */
  readonly changed: boolean
  readonly onSave: () => void
  readonly onSaveAs: (name: string, shared: boolean) => void
  readonly onRename: (name: string, shared: boolean) => void
  readonly onRemove: () => void
}

type Naming = 'new' | 'rename'

/** Keeps how a list is shown, under a name; changes, renames or removes a kept one. */
export function SaveView({ view, changed, onSave, onSaveAs, onRename, onRemove }: SaveViewProps) {
  const { t } = useTranslation()
  const [naming, setNaming] = useState<Naming | null>(null)
  if (!view && !changed) return null
  return (
    <Popover
      opened={naming !== null}
      onChange={(opened) => !opened && setNaming(null)}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <span className="row">
          {view ? (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button
                  size="xs"
                  variant={changed ? 'transparent' : 'subtle'}
                  rightSection={<IconChevronDown size={14} />}
                >
                  {changed ? t('grid.saveView') : t('grid.thisView')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconDeviceFloppy size={16} />} disabled={!changed} onClick={onSave}>
                  {t('grid.saveChanges')}
                </Menu.Item>
                <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => setNaming('new')}>
                  {t('grid.saveAs')}
                </Menu.Item>
                <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setNaming('rename')}>
                  {t('grid.renameView')}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item data-danger leftSection={<IconTrash size={16} />} onClick={onRemove}>
                  {t('grid.removeView')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          ) : (
            <Button size="xs" variant="transparent" onClick={() => setNaming('new')}>
              {t('grid.saveView')}
            </Button>
          )}
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('grid.saveView')}>
        {naming ? (
          <NameForm
            name={naming === 'rename' ? (view?.name ?? '') : ''}
            shared={naming === 'rename' && (view?.shared ?? false)}
            onDone={(name, shared) => {
              setNaming(null)
              if (naming === 'rename') onRename(name, shared)
              else onSaveAs(name, shared)
            }}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}

interface NameFormProps {
  readonly name: string
  readonly shared: boolean
  readonly onDone: (name: string, shared: boolean) => void
}

function NameForm(props: NameFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(props.name)
  const [shared, setShared] = useState(props.shared)
  const trimmed = name.trim()
  return (
    <form
      className="condition"
      onSubmit={(event) => {
        event.preventDefault()
        if (trimmed) props.onDone(trimmed, shared)
      }}
    >
      <TextInput
        label={t('grid.viewName')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Checkbox
        label={t('grid.shareView')}
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
      <Button size="xs" type="submit" disabled={!trimmed}>
        {t('common.save')}
      </Button>
    </form>
  )
}
