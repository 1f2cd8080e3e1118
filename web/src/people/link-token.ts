// What a handed-over link carries: its token stands after the #, which no browser sends to a server or writes to its log.

/** The token of an address, `''` where it has none. */
export const tokenOf = (hash: string): string => {
  const token = hash.startsWith('#') ? hash.slice(1) : hash
  return /^[\w.-]{20,120}$/.test(token) ? token : ''
}

let taken = ''

/**
 * The token of this page's address. It is taken out of the address and the history at once, and kept as long as the
 * pages are open: who has to sign in first comes back without it.
 */
export const takeToken = (): string => {
  const token = tokenOf(window.location.hash)
  if (token === '') return taken
  taken = token
  window.history.replaceState(window.history.state, '', window.location.pathname)
  return token
}
