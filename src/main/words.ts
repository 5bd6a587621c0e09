export type Locale = 'fr' | 'en'

/** The few words that the system shows for us: menus and dialogs. */
export interface Words {
  readonly menus: {
    readonly file: string
    readonly lock: string
    readonly quit: string
    readonly edit: string
    readonly undo: string
    readonly redo: string
    readonly cut: string
    readonly copy: string
    readonly paste: string
    readonly selectAll: string
    readonly view: string
    readonly zoomIn: string
    readonly zoomOut: string
    readonly actualSize: string
    readonly fullScreen: string
    readonly window: string
    readonly minimise: string
    readonly close: string
    readonly about: string
    readonly hide: string
    readonly hideOthers: string
    readonly showAll: string
  }
  readonly link: { readonly question: string; readonly open: string; readonly leave: string }
}

export const words: Readonly<Record<Locale, Words>> = {
  fr: {
    menus: {
      file: 'Fichier',
      lock: 'Verrouiller l’espace',
      quit: 'Quitter Palier',
      edit: 'Édition',
      undo: 'Annuler',
      redo: 'Rétablir',
      cut: 'Couper',
      copy: 'Copier',
      paste: 'Coller',
      selectAll: 'Tout sélectionner',
      view: 'Affichage',
      zoomIn: 'Agrandir',
      zoomOut: 'Réduire',
      actualSize: 'Taille réelle',
      fullScreen: 'Plein écran',
      window: 'Fenêtre',
      minimise: 'Placer dans la barre',
      close: 'Fermer la fenêtre',
      about: 'À propos de Palier',
      hide: 'Masquer Palier',
      hideOthers: 'Masquer les autres',
      showAll: 'Tout afficher',
    },
    link: { question: 'Ouvrir ce lien hors de Palier\u202f?', open: 'Ouvrir', leave: 'Rester dans Palier' },
  },
  en: {
    menus: {
      file: 'File',
      lock: 'Lock the space',
      quit: 'Quit Palier',
      edit: 'Edit',
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      selectAll: 'Select all',
      view: 'View',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      actualSize: 'Actual size',
      fullScreen: 'Full screen',
      window: 'Window',
      minimise: 'Minimise',
      close: 'Close the window',
      about: 'About Palier',
      hide: 'Hide Palier',
      hideOthers: 'Hide others',
      showAll: 'Show all',
    },
    link: { question: 'Open this link outside Palier?', open: 'Open', leave: 'Stay in Palier' },
  },
}
