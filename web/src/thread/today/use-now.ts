// The present moment as a page shows it: it moves on by itself.
import { useEffect, useState } from 'react'

/** Milliseconds since 1970, anew every `every` milliseconds and when the page is looked at again. */
export const useNow = (every = 15_000): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const look = (): void => setNow(Date.now())
    const timer = setInterval(look, every)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [every])
  return now
}
