// Correcting a confirmed session: the way is worked out from where its claim stands, what it moves is shown, and done on a person's word.
import { balances } from '@goldenthread/core/ledger/balance.ts'
import { ofChart } from '@goldenthread/core/ledger/chart.ts'
import type { AccountKind, Entry, Side } from '@goldenthread/core/ledger/entry.ts'
import {
  type CorrectionKind,
  planCorrection,
  wrongParties,
} from '@goldenthread/core/thread/plan-correction.ts'
import { type Json, canonicalJson } from '@goldenthread/core/values/canonical-json.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import { type Finding, field, holdsClaim } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import { voidClaimRow } from '../claim/file-claim.ts'
import { type ClaimRow, lockLiveClaim, readClaim, supersede } from '../claim/filing-store.ts'
import { rehearse } from '../database/rehearse.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, unfit } from '../http/problem.ts'
import { entriesOfClaims } from '../posting/entry-store.ts'
import type { Services } from '../services.ts'
import { type Attendance, beforeItsTime } from '../session/confirm-session.ts'
import { checkParties, lockForChange, proveSession } from '../session/schedule-session.ts'
import { type SessionRow, updateSession } from '../session/store.ts'
import type { WrittenSession } from '../session/written-session.ts'
import { type SignedNote, fileFirst, hasPayer, judge, rejudge, tellsWhatItTold } from './file-session.ts'
import { keepCharge } from './keep-charge.ts'
import { keepDraftInStep } from './keep-in-step.ts'
import { type LoadedThread, loadLocked } from './load-case.ts'
import { refileClaim, withdrawClaim } from './refile-claim.ts'
import { replace, resend, voidAndNew } from './replace-claim.ts'
import { unchangedSinceRejection } from './since-rejection.ts'

export interface Correction {
  readonly id: string
  /** Of the session. */
  readonly version: number
  /** Whether it took place after all. */
  readonly attendance: Attendance
  /** As it was; left out, its facts stand and only people or coverage were wrong. */
  readonly session?: WrittenSession
  /** Left out, it stands as it is. */
  readonly coverageId?: string | null
}

/** What an account is moved by, on the side it is moved to. */
export interface Movement {
  readonly account: AccountKind
  readonly label: string
  readonly party: string
  readonly side: Side
  readonly amount: Cents
}

export interface Corrected {
  readonly kind: CorrectionKind
  /** Who was wrong in the claim that was adjudicated. */
  readonly wrong: readonly string[]
  readonly session: SessionRow
  /** The claims that stand now: filed or held. */
  readonly claims: readonly ClaimRow[]
  readonly findings: readonly Finding[]
  readonly movements: readonly Movement[]
  /** Names all of this: what is done must be what was shown. */
  readonly shown: string
}

const change = async (
  tx: Tx,
  before: SessionRow,
  { attendance, session, coverageId = before.coverageId }: Correction,
): Promise<Result<SessionRow>> => {
  if (attendance !== 'held')
    return accepted(await updateSession(tx, before, { status: attendance, confirmedAt: null }))
  const parties = { ...before, coverageId }
  const faults = session === undefined ? await checkParties(tx, parties, before.session.day) : []
  if (faults.length > 0) return refused(faults)
  const proved = session === undefined ? accepted(before.session) : await proveSession(tx, parties, session)
  if (!proved.ok) return proved
  const early = beforeItsTime(attendance, proved.value, tx.at)
  if (early.length > 0) return refused(early)
  return accepted(await updateSession(tx, before, { session: proved.value, coverageId }))
}

const nothingToCorrect: Finding = {
  code: 'correction-nothing',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('session'),
  says: 'This changes nothing: the session stands as it is said to have been, and its claim would tell the payer the same.',
  remedy: 'Say what was otherwise: the times, the place, who came, the coverage, or amend the note first.',
  source: 'docs/sources.md 8.1, box 22',
  evidence: {},
}

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

const standsAsBefore = (before: SessionRow, after: SessionRow): boolean =>
  before.status === after.status &&
  before.coverageId === after.coverageId &&
  canonicalJson(json(before.session)) === canonicalJson(json(after.session))

/** Nothing is posted and nothing goes for a session and a claim that stand as they stood: a problem with its findings. */
const demandChange = (before: SessionRow, after: SessionRow, live: ClaimRow): void => {
  if (!standsAsBefore(before, after)) return
  throw unfit(live.status === 'rejected' ? unchangedSinceRejection(live) : [nothingToCorrect])
}

const onItsWay = () =>
  conflict(
    'on-its-way',
    'The claim is on its way and the payer has not answered it yet. Correct the session when it has.',
  )

/** The claim that a replacement was to take the place of; null when the live claim is none. */
const replacedBy = async (tx: Tx, live: ClaimRow | null): Promise<ClaimRow | null> =>
  live?.frequency === '7' && live.replacesId !== null ? readClaim(tx, live.replacesId) : null

/** A replacement that the payer did not judge is out of the way. */
const setAside = async (tx: Tx, services: Services, replacement: ClaimRow): Promise<void> => {
  tx.touch('claim', replacement.id)
  if (replacement.status === 'rejected') await supersede(tx, replacement, false)
  else await withdrawClaim(tx, services, replacement)
}

/** What is on its way, or was judged, and would be told again as it was: no payer needs to hear of the correction. */
const isUntouched = (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  live: ClaimRow | null,
  wrong: readonly string[],
): live is ClaimRow =>
  live !== null &&
  thread.signed !== null &&
  wrong.length === 0 &&
  tellsWhatItTold(tx, services, thread, thread.signed, live)

/** What each way does to the claims; those it leaves standing. `judged` is the one that the payer has judged. */
const walk = async (
  tx: Tx,
  services: Services,
  kind: CorrectionKind,
  thread: LoadedThread,
  note: SignedNote,
  live: ClaimRow | null,
  judged: ClaimRow | null,
): Promise<readonly ClaimRow[]> => {
  if (live === null) return hasPayer(thread) ? [await fileFirst(tx, services, thread, note)] : []
  const standing = async (): Promise<readonly ClaimRow[]> => {
    const row = await lockLiveClaim(tx, live.sessionId)
    return row === null ? [] : [row]
  }
  switch (kind) {
    case 'wait':
      throw onItsWay()
    case 'edit':
      if (hasPayer(thread)) await rejudge(tx, services, thread, note)
      else await voidClaimRow(tx, services, live)
      return standing()
    case 'withdraw':
      await refileClaim(tx, services, thread, note, live)
      return standing()
    case 'resend':
      await resend(tx, services, thread, note, live)
      return standing()
    case 'replace':
      return [await replace(tx, services, thread, note, live)]
    case 'void':
    case 'void-and-new':
      if (judged !== null && judged.id !== live.id) await setAside(tx, services, live)
      return voidAndNew(tx, services, thread, note, judged ?? live)
  }
}

/** The net of entries, by account, in the chart's order and way of naming them. */
const movementsOf = (entries: readonly Entry[]): readonly Movement[] =>
  balances(entries)
    .filter(({ amount }) => amount !== 0)
    .map(({ account: { kind, party }, side, amount }) => ({
      account: kind,
      label: ofChart(kind).label,
      party,
      side,
      amount,
    }))

const shownOf = (
  { sha256 }: Pick<Services, 'sha256'>,
  told: Omit<Corrected, 'shown' | 'claims'>,
  before: ClaimRow | null,
): string =>
  sha256(
    canonicalJson({
      kind: told.kind,
      wrong: told.wrong,
      session: json(told.session),
      before: before === null ? null : { id: before.id, version: before.version },
      findings: told.findings.map(({ code, severity }) => ({ code, severity })),
      movements: told.movements.map((each): Json => ({ ...each })),
    }),
  )

/**
 * Corrects a confirmed session. Throws 404, 409 where it was changed meanwhile or its claim is on its way, 422 where
 * the payer's number is wanted and not known. Refused: facts that do not hold by themselves.
 */
export const correctSession = async (
  tx: Tx,
  services: Services,
  correction: Correction,
): Promise<Result<Corrected>> => {
  const before = await lockForChange(tx, correction)
  if (before.status !== 'confirmed')
    throw conflict('not-confirmed', 'This session was not confirmed; it is simply changed.')
  const live = await lockLiveClaim(tx, before.id)
  const replaced = await replacedBy(tx, live)
  const idsBefore = [live, replaced].flatMap((each) => each?.id ?? [])
  const entriesBefore = await entriesOfClaims(tx, idsBefore)
  const changed = await change(tx, before, correction)
  if (!changed.ok) return changed
  await keepDraftInStep(tx, { before, after: changed.value })
  const thread = await loadLocked(tx, before.id)
  const { signed } = thread
  const documents = judge(tx, services, thread.given)
  const replacing = replaced !== null && live?.status !== 'answered'
  const judged = replacing ? replaced : live
  const wrong = judged?.claim ? wrongParties(judged.claim, thread.given, documents.coding) : []
  const untouched = isUntouched(tx, services, thread, live, wrong)
  if (untouched) demandChange(before, changed.value, live)
  const planned = planCorrection(live?.status ?? null, wrong, hasPayer(thread), replacing)
  // What has left stays as it is; what has not is judged again, and stays when the same claim comes of it.
  const claims =
    signed === null
      ? []
      : untouched && live.status !== 'filed'
        ? [live]
        : await walk(tx, services, planned, thread, signed, live, judged)
  const kind = claims.at(-1)?.id === live?.id && live !== null ? 'edit' : planned
  const charged =
    thread.charge !== null || !hasPayer(thread)
      ? await keepCharge(tx, services, thread, signed)
      : { entries: [] }
  const ids = [...new Set([...idsBefore, ...claims.map(({ id }) => id)])]
  const posted = (await entriesOfClaims(tx, ids)).filter(
    ({ id }) => !entriesBefore.some((each) => each.id === id),
  )
  const made = claims.at(-1)
  const told = {
    kind,
    wrong,
    session: changed.value,
    findings: made?.findings ?? documents.findings.filter(holdsClaim),
    movements: movementsOf([...posted.map(({ entry }) => entry), ...charged.entries]),
  }
  return accepted({ ...told, claims, shown: shownOf(services, told, live) })
}

/** What a correction would do: it is done and undone, so that nothing else can be shown than what is done later. */
export const previewCorrection = (
  tx: Tx,
  services: Services,
  correction: Correction,
): Promise<Result<Corrected>> => rehearse(tx, (inner) => correctSession(inner, services, correction))

/** Does what was shown: 409 when it would move anything else by now. */
export const doCorrection = async (
  tx: Tx,
  services: Services,
  correction: Correction,
  shown: string,
): Promise<Result<Corrected>> => {
  const done = await correctSession(tx, services, correction)
  if (done.ok && done.value.shown !== shown)
    throw conflict('shown', 'What this moves is not what was shown. Look at it again, then say so again.')
  return done
}
