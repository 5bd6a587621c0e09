import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldLabel, type FieldProps } from './FieldLabel'
import './record-picker.css'

export interface PickerOption {
  readonly id: string
  readonly label: string
  /** At the end of the line: a town, a count. */
  readonly detail?: string
}

interface RecordPickerProps<Option extends PickerOption> extends FieldProps {
  readonly value: PickerOption | null
  readonly onChange: (option: Option | null) => void
  /** Searched as one types; an empty text asks for what is most likely. */
  readonly search: (text: string) => Promise<readonly Option[]>
  readonly placeholder?: string
  /** When nothing is found: what was typed can become a new record. */
  readonly onCreate?: (text: string) => void
  readonly createLabel?: (text: string) => ReactNode
}

/** Chooses one record among many, by typing some of its name. */
export function RecordPicker<Option extends PickerOption>(props: RecordPickerProps<Option>) {
  const {
    value,
    onChange,
    label,
    optional,
    description,
    error,
    disabled,
    className,
    placeholder,
    onCreate,
    createLabel,
  } = props
  const { t } = useTranslation()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState<string | null>(null)
  const found = useFound(props.search, typed ?? '', combobox.dropdownOpened)

  function submit(id: string): void {
    const option = found?.find((candidate) => candidate.id === id)
    if (option) onChange(option)
    else if (typed) onCreate?.(typed)
    setTyped(null)
    combobox.closeDropdown()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...(className ? { className } : {})}
          label={<FieldLabel optional={optional}>{label}</FieldLabel>}
          description={description}
          error={error}
          disabled={disabled ?? false}
          placeholder={placeholder ?? ''}
          autoComplete="off"
          value={typed ?? value?.label ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            if (typed === '') onChange(null)
            setTyped(null)
            combobox.closeDropdown()
          }}
          rightSectionPointerEvents={value && optional ? 'all' : 'none'}
          rightSection={
            value && optional && !disabled ? (
              <button
                type="button"
                className="picker-clear"
                aria-label={t('ui.clear', { label })}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChange(null)}
              >
                <IconX size={14} />
              </button>
            ) : (
              <IconChevronDown size={15} />
            )
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={300} className="picker-options" aria-label={label}>
          {found?.map((option) => (
            <Combobox.Option value={option.id} key={option.id}>
              <span className="picker-option">
                <span className="cut">{option.label}</span>
                {option.detail ? <small>{option.detail}</small> : null}
              </span>
            </Combobox.Option>
          ))}
          {found?.length === 0 && typed && onCreate ? (
            <Combobox.Option value="">{createLabel?.(typed) ?? t('ui.create', { name: typed })}</Combobox.Option>
          ) : null}
          {found?.length === 0 && !(typed && onCreate) ? <Combobox.Empty>{t('ui.nothingFound')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function useFound<Option extends PickerOption>(
  search: (text: string) => Promise<readonly Option[]>,
  text: string,
  opened: boolean,
): readonly Option[] | null {
  const [settled] = useDebouncedValue(text, 120)
  const [found, setFound] = useState<readonly Option[] | null>(null)
  useEffect(() => {
    if (!opened) return undefined
    let wanted = true
    void search(settled).then(
      (options) => wanted && setFound(options),
      () => wanted && setFound([]),
    )
    return () => {
      wanted = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- a search written in line is new at each render, its text is not
  }, [settled, opened])
  return found
}
