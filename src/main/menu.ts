import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type Locale, words } from './words.ts'

export interface MenuActions {
  readonly lock: () => void
  readonly zoom: (to: 'in' | 'out' | 'reset') => void
}

/**
 * The menus carry the keys that the system expects. Undo is the text field's own: the undo of the space
 * lives in the page, which sees the key first.
 */
export function setMenus(locale: Locale, { lock, zoom }: MenuActions): void {
  const { menus } = words[locale]
  const mac = process.platform === 'darwin'
  const application: MenuItemConstructorOptions = {
    label: 'Palier',
    submenu: [
      { role: 'about', label: menus.about },
      { type: 'separator' },
      { role: 'hide', label: menus.hide },
      { role: 'hideOthers', label: menus.hideOthers },
      { role: 'unhide', label: menus.showAll },
      { type: 'separator' },
      { role: 'quit', label: menus.quit },
    ],
  }
  const file: MenuItemConstructorOptions = {
    label: menus.file,
    submenu: [
      { label: menus.lock, accelerator: 'CmdOrCtrl+L', click: lock },
      { type: 'separator' },
      mac ? { role: 'close', label: menus.close } : { role: 'quit', label: menus.quit, accelerator: 'Ctrl+Q' },
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: menus.edit,
    submenu: [
      { role: 'undo', label: menus.undo },
      { role: 'redo', label: menus.redo },
      { type: 'separator' },
      { role: 'cut', label: menus.cut },
      { role: 'copy', label: menus.copy },
      { role: 'paste', label: menus.paste },
      { role: 'selectAll', label: menus.selectAll },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: menus.view,
    submenu: [
      { label: menus.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: () => zoom('in') },
      { label: menus.zoomIn, accelerator: 'CmdOrCtrl+=', visible: false, click: () => zoom('in') },
      { label: menus.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => zoom('out') },
      { label: menus.actualSize, accelerator: 'CmdOrCtrl+0', click: () => zoom('reset') },
      { type: 'separator' },
      { role: 'togglefullscreen', label: menus.fullScreen },
    ],
  }
  const window: MenuItemConstructorOptions = {
    label: menus.window,
    submenu: [
      { role: 'minimize', label: menus.minimise },
      { role: 'close', label: menus.close },
    ],
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(mac ? [application] : []), file, edit, view, window]))
}
