// Whose claims a person sees.
import type { PersonActor } from '../database/tx.ts'

/** What no provider is called: a clinician who is not linked to one sees no claim. */
const noProvider = '00000000-0000-0000-0000-000000000000'

/** A clinician sees the claims of their own sessions; owners and billers see all: null. */
export const ownProvider = ({ role, providerId }: PersonActor): string | null =>
  role === 'clinician' ? (providerId ?? noProvider) : null
