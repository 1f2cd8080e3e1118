// The pages of the bar, in the order the work travels, and who sees which.
import type { Me } from '../people/me.ts'

export type Role = NonNullable<Me['role']>

export interface PageOfBar {
  readonly to: '/' | '/clients' | '/claims' | '/remittances' | '/money'
  readonly says: string
  /** After g. */
  readonly key: string
}

const office: readonly Role[] = ['owner', 'biller']
const everybody: readonly Role[] = ['owner', 'clinician', 'biller']

// g c is kept for the calendar.
const pages: readonly (PageOfBar & { readonly roles: readonly Role[] })[] = [
  { to: '/', says: 'Today', key: 't', roles: everybody },
  { to: '/clients', says: 'Clients', key: 'p', roles: everybody },
  { to: '/claims', says: 'Claims', key: 'l', roles: everybody },
  { to: '/remittances', says: 'Remittance', key: 'r', roles: office },
  { to: '/money', says: 'Money', key: 'm', roles: everybody },
]

/** What a role finds in the bar. */
export const pagesOfRole = (role: Role): readonly PageOfBar[] =>
  pages.filter(({ roles }) => roles.includes(role))

/** On a phone at most four of them, then More. */
export const pagesOfPhone = (role: Role): readonly PageOfBar[] => {
  const all = pagesOfRole(role)
  return all.length <= 4 ? all : all.filter(({ to }) => to !== '/remittances')
}

/** What people call a role. */
export const roleWords: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  clinician: 'Clinician',
  biller: 'Biller',
}
