import './without-eval'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { askAhead } from './api'
import { App } from './app/App'
import { startI18n } from './i18n/i18n'
import { connectToData } from './shell'

startI18n()
connectToData()
askAhead('space.state', {}) // nothing can be drawn before its answer

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
