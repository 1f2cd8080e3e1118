// What of the ledger an address shows: everything, or one session, client, claim or remittance. Never a name.

export interface LedgerSearch {
  readonly session?: string
  readonly client?: string
  readonly claim?: string
  readonly remittance?: string
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The first of them that is an id; an address with anything else shows everything. */
export const ledgerSearch = (search: Readonly<Record<string, unknown>>): LedgerSearch => {
  for (const name of ['session', 'client', 'claim', 'remittance'] as const) {
    const given = search[name]
    if (typeof given === 'string' && id.test(given)) return { [name]: given }
  }
  return {}
}
