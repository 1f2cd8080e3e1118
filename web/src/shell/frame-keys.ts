// The keys of every screen: find or do, lock, the list of keys, and the way from page to page.
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { lockNow } from '../people/sitting.ts'
import { type KeyAct, onPress } from '../ui/key-acts.ts'
import { useKeys } from '../ui/use-keys.ts'
import { overlayNow, showOverlay } from './overlay-store.ts'
import { type Role, pagesOfRole } from './pages-of-role.ts'

export const useFrameKeys = (role: Role | null): void => {
  const router = useRouter()
  useEffect(() => {
    window.addEventListener('keydown', onPress)
    return () => window.removeEventListener('keydown', onPress)
  }, [])
  const ways = (role === null ? [] : pagesOfRole(role)).map(
    ({ to, says, key }): KeyAct => ({
      keys: `g ${key}`,
      does: says,
      ofEveryScreen: true,
      run: () => void router.navigate({ to }),
    }),
  )
  const ofFrame: readonly KeyAct[] = [
    {
      keys: 'Ctrl k',
      does: 'Find or do',
      inDialog: true,
      ofEveryScreen: true,
      run: () => showOverlay(overlayNow() === 'palette' ? null : 'palette'),
    },
    { keys: 'Ctrl l', does: 'Lock', inDialog: true, ofEveryScreen: true, run: () => void lockNow() },
    { keys: '?', does: 'The keys of this screen', ofEveryScreen: true, run: () => showOverlay('keys') },
  ]
  useKeys(role === null ? ofFrame.slice(1, 2) : [...ofFrame, ...ways])
}
