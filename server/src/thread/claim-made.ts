// A claim as an act answers it.
import type { ClaimRow } from '../claim/filing-store.ts'

export const claimMade = ({
  id,
  claimNumber,
  status,
  frequency,
  replacesId,
  claim,
  findings,
  version,
}: ClaimRow) => ({
  id,
  claimNumber,
  status,
  frequency,
  replacesId,
  charge: claim?.charge ?? null,
  findings,
  version,
})
