import { QueryClientProvider } from '@tanstack/react-query'
import { queryClient } from '../api'
import { ThemeProvider } from '../theme/ThemeProvider'
import { Toasts } from '../ui/Toasts'
import { SpaceGate } from './SpaceGate'
import { WindowControls } from './WindowControls'

/** The whole window: the gate and what lies behind it. */
export function App() {
  return (
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <SpaceGate />
        <WindowControls />
        <Toasts />
      </QueryClientProvider>
    </ThemeProvider>
  )
}
