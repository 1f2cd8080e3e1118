// Watches whether somebody uses the pages: notice, then lock; and tells the server of those who only read.
import { useEffect, useState } from 'react'
import { ask } from '../api/ask.ts'
import { idlenessOf, tellEverySeconds } from './idle.ts'
import { lastUse, lockNow, touchSitting } from './sitting.ts'

const uses = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Seconds until the screen locks by itself, within its last minute; null before. Off while it is locked. */
export const useIdle = (idleSeconds: number, isLocked: boolean): number | null => {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  useEffect(() => {
    if (isLocked) return
    touchSitting(Date.now())
    let toldAt = Date.now()
    const touch = (): void => touchSitting(Date.now())
    const look = (): void => {
      const idleness = idlenessOf(lastUse(), Date.now(), idleSeconds)
      setSecondsLeft(idleness.kind === 'notice' ? idleness.secondsLeft : null)
      if (idleness.kind === 'over') void lockNow()
      const isTold = lastUse() <= toldAt || Date.now() - toldAt < tellEverySeconds(idleSeconds) * 1_000
      if (isTold || idleness.kind === 'over') return
      toldAt = Date.now()
      void ask.GET('/api/people/me').catch(() => undefined)
    }
    const timer = setInterval(look, 1_000)
    for (const use of uses) window.addEventListener(use, touch, { passive: true, capture: true })
    // A machine that wakes from sleep is looked at before it shows anything for long.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const use of uses) window.removeEventListener(use, touch, { capture: true })
      document.removeEventListener('visibilitychange', look)
      setSecondsLeft(null)
    }
  }, [idleSeconds, isLocked])
  return secondsLeft
}
