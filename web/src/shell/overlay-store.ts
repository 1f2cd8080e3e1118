// What lies over the page: the palette, the list of keys, the menu of the person. One at a time.
import { useSyncExternalStore } from 'react'

export type Overlay = 'palette' | 'keys' | 'account' | null

let overlay: Overlay = null
const hearers = new Set<() => void>()

export const showOverlay = (shown: Overlay): void => {
  overlay = shown
  for (const hear of hearers) hear()
}

export const overlayNow = (): Overlay => overlay

const hear = (hearer: () => void): (() => void) => {
  hearers.add(hearer)
  return () => hearers.delete(hearer)
}

export const useOverlay = (): Overlay => useSyncExternalStore(hear, overlayNow)
