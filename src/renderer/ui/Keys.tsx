import './keys.css'

/** A shortcut as the keyboard says it: `Ctrl K`, on a Mac `⌘ K`. `mod` is the key of commands of this system. */
export function Keys({ keys }: { keys: string }) {
  return <kbd className="kbd">{keys.replace('mod', isMac ? '⌘' : 'Ctrl')}</kbd>
}

const isMac = navigator.userAgent.includes('Mac')
