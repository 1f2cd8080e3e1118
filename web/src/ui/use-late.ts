// Whether something takes long enough to be worth saying.
import { useEffect, useState } from 'react'

/** False at first, true once `wait` milliseconds have gone by. */
export const useLate = (wait: number): boolean => {
  const [isLate, setIsLate] = useState(wait <= 0)
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), wait)
    return () => clearTimeout(timer)
  }, [wait])
  return isLate
}
