// A bell inside the process: rung when committed work is due, heard by the sweeps that run here.

export interface Bell {
  readonly ring: () => void
  /** Hears each ring until the returned function is called. */
  readonly onRing: (hear: () => void) => () => void
}

export const makeBell = (): Bell => {
  const hearing = new Set<() => void>()
  return {
    ring: () => {
      for (const hear of hearing) hear()
    },
    onRing: (hear) => {
      // Wrapped, so that whoever hears twice is two.
      const each = (): void => hear()
      hearing.add(each)
      return () => {
        hearing.delete(each)
      }
    },
  }
}
