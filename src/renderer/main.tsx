import './without-eval'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { askFirstQuestions } from './app/first-questions'
import { startI18n } from './i18n/i18n'
import { connectToData } from './shell'
import { rehearseGrid } from './ui/grid/rehearse'

startI18n()
connectToData()
void askFirstQuestions()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
rehearseGrid()
