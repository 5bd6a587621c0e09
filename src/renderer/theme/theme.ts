import { IconChevronDown } from '@tabler/icons-react'
import { createElement } from 'react'
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const teal = scale('teal')

/** Our tokens, given once to Mantine. What a size or a variant looks like is in `mantine.css`. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, gray: scale('stone'), dark: scale('dark') },
  fontFamily: 'var(--p-font)',
  fontFamilyMonospace: 'var(--p-font-mono)',
  fontSizes: sizes('fz'),
  lineHeights: sizes('lh'),
  fontWeights: { regular: 'var(--p-fw-regular)', medium: 'var(--p-fw-medium)', bold: 'var(--p-fw-semibold)' },
  spacing: { xs: 'var(--p-sp-1)', sm: 'var(--p-sp-2)', md: 'var(--p-sp-4)', lg: 'var(--p-sp-6)', xl: 'var(--p-sp-8)' },
  radius: {
    xs: 'var(--p-radius-sm)',
    sm: 'var(--p-radius-sm)',
    md: 'var(--p-radius)',
    lg: 'var(--p-radius-lg)',
    xl: 'var(--p-radius-lg)',
  },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: pop(), lg: pop(), xl: pop() },
  headings: {
    fontFamily: 'var(--p-font)',
    fontWeight: 'var(--p-fw-semibold)',
    textWrap: 'balance',
    sizes: {
      h1: heading('xl'),
      h2: heading('lg'),
      h3: heading('md'),
      h4: heading('md'),
      h5: heading('md'),
      h6: heading('md'),
    },
  },
  respectReducedMotion: true,
  cursorType: 'default',
  focusClassName: 'focus-ring',
  activeClassName: '',
  components: {
    Button: { defaultProps: { variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 500, transitionProps: { duration: 90 }, position: 'bottom' } },
    Menu: {
      defaultProps: {
        position: 'bottom-start',
        shadow: 'md',
        transitionProps: { duration: 0 },
        offset: 4,
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { position: 'bottom-start', shadow: 'md', transitionProps: { duration: 0 }, offset: 4 } },
    Combobox: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 }, offset: 4 } },
    Select: {
      defaultProps: {
        rightSection: createElement(IconChevronDown, { size: 15 }),
        checkIconPosition: 'right',
        allowDeselect: false,
        withScrollArea: false,
      },
    },
    MultiSelect: { defaultProps: { withScrollArea: false } },
    Autocomplete: { defaultProps: { withScrollArea: false } },
    TagsInput: { defaultProps: { withScrollArea: false } },
    Modal: {
      defaultProps: {
        centered: true,
        withCloseButton: false,
        radius: 'lg',
        transitionProps: { duration: 90 },
        size: 480,
      },
    },
    Textarea: { defaultProps: { autosize: true, minRows: 2, maxRows: 8 } },
    // the title bar is the window's one banner
    ModalHeader: { defaultProps: { component: 'div' } },
    Switch: { defaultProps: { withThumbIndicator: false } },
    PasswordInput: { defaultProps: { size: 'lg' } },
  },
})

/** Mantine's own variables follow ours, so that one attribute on `<html>` switches everything. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--p-surface)',
    '--mantine-color-text': 'var(--p-text)',
    '--mantine-color-bright': 'var(--p-text)',
    '--mantine-color-dimmed': 'var(--p-text-3)',
    '--mantine-color-placeholder': 'var(--p-text-3)',
    '--mantine-color-anchor': 'var(--p-accent-text)',
    '--mantine-color-error': 'var(--p-danger-text)',
    '--mantine-color-default': 'var(--p-raised)',
    '--mantine-color-default-hover': 'var(--p-hover)',
    '--mantine-color-default-color': 'var(--p-text)',
    '--mantine-color-default-border': 'var(--p-line-strong)',
    '--mantine-color-disabled': 'var(--p-hover)',
    '--mantine-color-disabled-color': 'var(--p-text-disabled)',
    '--mantine-color-disabled-border': 'var(--p-line)',
    '--mantine-primary-color-filled': 'var(--p-accent)',
    '--mantine-primary-color-filled-hover': 'var(--p-accent-hover)',
    '--mantine-primary-color-contrast': 'var(--p-on-accent)',
  },
  light: colourVariables(),
  dark: colourVariables(),
})

function colourVariables(): Record<string, string> {
  return {
    '--mantine-color-teal-filled': 'var(--p-accent)',
    '--mantine-color-teal-filled-hover': 'var(--p-accent-hover)',
    '--mantine-color-teal-light': 'var(--p-accent-soft)',
    '--mantine-color-teal-light-color': 'var(--p-accent-text)',
    '--mantine-color-teal-text': 'var(--p-accent-text)',
    '--mantine-color-gray-text': 'var(--p-text-2)',
    '--mantine-color-gray-light-hover': 'var(--p-hover)',
  }
}

function scale(name: string): MantineColorsTuple {
  const shade = (index: number) => `var(--p-${name}-${index})`
  return [shade(0), shade(1), shade(2), shade(3), shade(4), shade(5), shade(6), shade(7), shade(8), shade(9)]
}

function sizes(kind: 'fz' | 'lh'): Record<'xs' | 'sm' | 'md' | 'lg' | 'xl', string> {
  const size = (name: string) => `var(--p-${kind}-${name})`
  return { xs: size('xs'), sm: size('sm'), md: size('md'), lg: size('lg'), xl: size('xl') }
}

function heading(size: 'md' | 'lg' | 'xl') {
  return { fontSize: `var(--p-fz-${size})`, lineHeight: `var(--p-lh-${size})` }
}

function pop(): string {
  return 'var(--p-shadow-pop)'
}
