import './draw-at-once'
import '../shared/without-eval'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { expectedSpace } from './app/expected-space'
import { askFirstQuestions } from './app/first-questions'
import { startI18n } from './i18n/i18n'
import { connectToData } from './shell'
import { rehearseGrid } from './ui/grid/rehearse'

const expected = expectedSpace()
void document.fonts.load('1em "Inter Variable"') // there by the first layout, which would otherwise be done twice
startI18n()
connectToData()
void askFirstQuestions(expected)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
if (!expected) rehearseGrid() // there is nothing else to draw yet
