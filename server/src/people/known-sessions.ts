// Which tokens were found to be sessions, kept in mind by the process: a flood of invented ones must not pass for many.

/** The sessions that this process has found in the database, by the hash of their token. */
export interface KnownSessions {
  readonly has: (tokenHash: string) => boolean
  readonly add: (tokenHash: string) => void
  readonly forget: (tokenHash: string) => void
}

/** So many are kept in mind. */
export const mostKnown = 20_000

/** Empty at first; the one that was found first is forgotten when there are too many. */
export const makeKnownSessions = (): KnownSessions => {
  const known = new Set<string>()
  return {
    has: (tokenHash) => known.has(tokenHash),
    add: (tokenHash) => {
      known.add(tokenHash)
      const [oldest] = known
      if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
    },
    forget: (tokenHash) => void known.delete(tokenHash),
  }
}
