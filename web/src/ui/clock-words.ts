// How long until too late, in words and as a share.

export interface ClockReading {
  /** Share of the allowed days that is used, 0 to 1. */
  readonly share: number
  readonly words: string
  /** Four fifths used, or more: a person is needed. */
  readonly isLate: boolean
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** `18 days left to file`; over the end `3 days too late to file`. `purpose` begins with "to". */
export const readClock = (used: number, allowed: number, purpose: string): ClockReading => {
  const left = allowed - used
  const share = allowed <= 0 ? 1 : Math.min(1, Math.max(0, used / allowed))
  const isLate = left < 0 || share >= 0.8
  if (left < 0) return { share, isLate, words: `${days(-left)} too late ${purpose}` }
  if (left === 0) return { share, isLate: true, words: `Last day ${purpose}` }
  return { share, isLate, words: `${days(left)} left ${purpose}` }
}
