// Asks again by itself whether the server is there, and says in how many seconds.
import { useEffect, useState } from 'react'
import { knock } from '../../../people/sitting.ts'

/** Seconds between two tries. */
const wait = 10

/** Counts down while the server is away; 0 while it is being asked. */
export const useKnocking = (isAway: boolean): number => {
  const [seconds, setSeconds] = useState(wait)
  useEffect(() => {
    if (!isAway) return
    setSeconds(wait)
    let left = wait
    const timer = setInterval(() => {
      left = left === 0 ? wait : left - 1
      setSeconds(left)
      if (left === 0) void knock()
    }, 1_000)
    return () => clearInterval(timer)
  }, [isAway])
  return seconds
}
