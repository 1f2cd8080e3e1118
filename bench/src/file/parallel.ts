// Does the same to many things, so many at a time, and says how long all of it took.

/** Seconds that `each` took over all of them, `lanes` at a time. */
export const timed = async <T>(
  all: readonly T[],
  lanes: number,
  each: (one: T) => Promise<void>,
): Promise<number> => {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < all.length) {
      const one = all[next]
      next += 1
      if (one !== undefined) await each(one)
    }
  }
  const since = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  return (performance.now() - since) / 1000
}
