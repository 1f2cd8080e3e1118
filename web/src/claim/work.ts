// Claims as the pages know them: as the server answers them.
import type { components } from '../api/generated.api.ts'

export type ClaimRow = components['schemas']['ClaimRow']
export type Work = components['schemas']['ClaimWork']
export type Told = components['schemas']['ClaimWithTimeline']
export type TimelineEntry = components['schemas']['TimelineEntry']
export type Denials = components['schemas']['Denials']
export type Open = components['schemas']['OpenOnClaim']
export type Due = Told['work']['due']
export type ClaimFinding = ClaimRow['findings'][number]

/** Where a claim stands, as a person who works on it would say. */
export type Standing =
  | 'held'
  | 'ready'
  | 'by-hand'
  | 'waiting'
  | 'unclear'
  | 'rejected'
  | 'denied'
  | 'underpaid'
  | 'paid'
  | 'settled'
  | 'void'

/** Whether a claim waits to be put right before the payer can judge it. */
export const isHolding = ({ severity }: Pick<ClaimFinding, 'severity'>): boolean =>
  severity === 'holds-claim' || severity === 'blocks-signing'

const ofAnswer = (verdict: TimelineEntry['verdict'], atStake: number): Standing => {
  if (atStake === 0) return verdict === 'accepted' ? 'paid' : 'settled'
  return verdict === 'accepted' ? 'underpaid' : 'denied'
}

/** `verdict` is that of the payer's last remittance; null where it took its answer back. */
export const standingOf = (
  { status, channel, findings, supersededAt }: ClaimRow,
  atStake: number | null,
  verdict: TimelineEntry['verdict'],
): Standing => {
  if (status === 'held' || status === 'rejected') return supersededAt === null ? status : 'settled'
  if (status === 'void') return status
  if (status === 'filed') return channel === 'electronic' ? 'ready' : 'by-hand'
  if (status === 'answered') return verdict === null ? 'settled' : ofAnswer(verdict, atStake ?? 0)
  return findings.some(({ code }) => code.endsWith(':unclear')) ? 'unclear' : 'waiting'
}

/** The standing of a claim that was read with all that happened to it. */
export const standingOfTold = ({ claim, work, timeline }: Told): Standing => {
  const answers = timeline.filter(({ kind, claimId }) => kind === 'remitted' && claimId === claim.id)
  return standingOf(claim, work.atStake, answers.at(-1)?.verdict ?? null)
}
