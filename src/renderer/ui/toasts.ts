/** Short messages that say what was just done, and let it be undone. One store for the window. */
export interface Toast {
  readonly id: number
  readonly tone: 'done' | 'info' | 'warn' | 'danger'
  readonly text: string
  readonly act?: { readonly label: string; readonly run: () => void }
}

const listeners = new Set<() => void>()
let toasts: readonly Toast[] = []
let lastId = 0

/** Says what was done. With an act it stays longer, so that there is time to reach it. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  lastId += 1
  change([...toasts.slice(-2), { ...toast, id: lastId }])
  return lastId
}

export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

export function currentToasts(): readonly Toast[] {
  return toasts
}

export function onToastsChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(next: readonly Toast[]): void {
  toasts = next
  listeners.forEach((listener) => listener())
}
