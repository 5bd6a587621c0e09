// The floor of a start and of memory: Electron, one window, one empty page, and nothing else.
import { BrowserWindow, app } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
  void window.loadURL('data:text/html,<body>empty</body>')
})
app.on('window-all-closed', () => app.quit())
