// What lies over the page. Each is fetched once the page stands, so that it opens at once, also when the server is lost.
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import type { Me } from '../people/me.ts'
import { type Overlay, showOverlay, useOverlay } from './overlay-store.ts'
import type { Role } from './pages-of-role.ts'

interface OverlayProps {
  readonly me: Me
  readonly role: Role
  readonly onClose: () => void
}

type Parts = Readonly<Record<NonNullable<Overlay>, ComponentType<OverlayProps>>>

const fetchParts = async (): Promise<Parts> => {
  const [palette, keys, account] = await Promise.all([
    import('./palette.tsx'),
    import('./keys-of-screen.tsx'),
    import('./account-sheet.tsx'),
  ])
  return { palette: palette.Palette, keys: keys.KeysOfScreen, account: account.AccountSheet }
}

/** The page itself comes first: after so many milliseconds its lines are on their way. */
const afterPage = 800

/** Null until they are there. What cannot be fetched is tried again when it is asked for; the page stays as it is. */
const useParts = (isAsked: boolean): Parts | null => {
  const [parts, setParts] = useState<Parts | null>(null)
  useEffect(() => {
    if (parts !== null) return
    const fetchNow = (): void => {
      fetchParts().then(
        (fetched) => setParts(fetched),
        () => showOverlay(null),
      )
    }
    const timer = setTimeout(fetchNow, isAsked ? 0 : afterPage)
    return () => clearTimeout(timer)
  }, [parts, isAsked])
  return parts
}

const close = (): void => showOverlay(null)

export const Overlays = ({ me, role }: { readonly me: Me; readonly role: Role }): ReactNode => {
  const overlay = useOverlay()
  const parts = useParts(overlay !== null)
  if (parts === null || overlay === null) return null
  const Part = parts[overlay]
  return <Part me={me} role={role} onClose={close} />
}
