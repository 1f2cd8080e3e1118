// Whose claims a person sees.
import type { PersonActor } from '../database/tx.ts'

/** A clinician sees the claims of their own sessions; owners and billers see all: null. */
export const ownProvider = ({ role, providerId }: PersonActor): string | null =>
  role === 'clinician' ? providerId : null
