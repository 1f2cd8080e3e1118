// What lies over the page, each fetched when it is first opened.
import { type ReactNode, Suspense, lazy } from 'react'
import type { Me } from '../people/me.ts'
import { showOverlay, useOverlay } from './overlay-store.ts'
import type { Role } from './pages-of-role.ts'

const fetchPalette = () => import('./palette.tsx')
const Palette = lazy(async () => ({ default: (await fetchPalette()).Palette }))
const KeysOfScreen = lazy(async () => ({ default: (await import('./keys-of-screen.tsx')).KeysOfScreen }))
const AccountSheet = lazy(async () => ({ default: (await import('./account-sheet.tsx')).AccountSheet }))

/** Fetches the palette before it is asked for: when the pointer or the focus comes near. */
export const preparePalette = (): void => void fetchPalette().catch(() => undefined)

const close = (): void => showOverlay(null)

export const Overlays = ({ me, role }: { readonly me: Me; readonly role: Role }): ReactNode => {
  const overlay = useOverlay()
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <Palette me={me} role={role} onClose={close} />}
      {overlay === 'keys' && <KeysOfScreen onClose={close} />}
      {overlay === 'account' && <AccountSheet me={me} role={role} onClose={close} />}
    </Suspense>
  )
}
