import { MantineProvider } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { cssVariablesResolver, theme } from './theme'
import { usePreferences } from './preferences'
import './reset.css'
import './tokens.css'
import './mantine.css'
import './base.css'

/** The nonce of this page's style policy: every style sheet written at run time must carry it. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Read by the scroll lock of dialogs, which writes its own style sheet. */
Object.assign(globalThis, { __webpack_nonce__: styleNonce })

export function ThemeProvider({ children }: { children: ReactNode }) {
  const { density } = usePreferences()
  useEffect(() => {
    document.documentElement.dataset['density'] = density
  }, [density])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      {children}
    </MantineProvider>
  )
}
