// A practice that bills: sessions held, noted, signed and filed by the acts themselves, and a payer that answers them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Note } from '@goldenthread/core/note/note.ts'
import { type Day, day, instant } from '@goldenthread/core/values/day.ts'
import type { PlanRules } from '../../payer/src/answer/plan.ts'
import type { Behaviour } from '../../payer/src/behaviour.ts'
import { type ServedPayer, servePayer } from '../../payer/src/serve.ts'
import type { PayerOptions } from '../../payer/src/settings.ts'
import type { ClaimRow } from '../src/claim/filing-store.ts'
import { httpClearinghouse } from '../src/clearinghouse/http-clearinghouse.ts'
import type { Clearinghouse, IncomingFile } from '../src/clearinghouse/clearinghouse.ts'
import { insertContract, insertCoverage, insertPayer } from '../src/coverage/store.ts'
import { makeIds } from '../src/ids.ts'
import { systemClock } from '../src/clock.ts'
import { type Swept, sweepOnce } from '../src/jobs/sweep.ts'
import { openNote } from '../src/note/open-note.ts'
import { saveDraft } from '../src/note/save-draft.ts'
import { insertClient } from '../src/people/client-store.ts'
import { insertPayContract } from '../src/posting/pay-contract-store.ts'
import type { Services } from '../src/services.ts'
import { confirmSession } from '../src/session/confirm-session.ts'
import { scheduleSession } from '../src/session/schedule-session.ts'
import { readShown } from '../src/thread/case-shown.ts'
import { signAndFile } from '../src/thread/sign-and-file.ts'
import { sweepSteps } from '../src/thread/sweep-steps.ts'
import { inventedClient, inventedContract, inventedCoverage, inventedPayer } from './invented.ts'
import type { Signed, TestServer } from './test-server.ts'

interface Example {
  readonly note: Note
  readonly payer: { readonly planRules: PlanRules; readonly state: PayerOptions['plans'][number]['state'] }
}

/** The client of the example, her note, and her payer. */
export const example = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../examples/telehealth-session.json'), 'utf8'),
) as Example

export interface BillingPractice {
  readonly owner: Signed
  readonly clinician: Signed
  readonly clientId: string
  readonly coverageId: string
  readonly payerId: string
  /** Holds, notes, signs and files the session of a day: 56 minutes by video, 90837, $200.00, $155.00 allowed. */
  readonly file: (on: string) => Promise<ClaimRow>
}

const providerNpi = '2131860910'

/** A practice with one clinician, one client, one payer, and a pay contract of $95.00 for 90837. */
export const openBilling = async (server: TestServer): Promise<BillingPractice> => {
  const { services } = server
  const owner = await server.makePractice()
  const clinician = await server.join(owner, 'clinician', providerNpi)
  const providerId = clinician.actor.providerId ?? ''
  const [clientId, payerId, coverageId] = [services.makeId(), services.makeId(), services.makeId()]
  await owner.work('set-up', async (tx) => {
    await insertPayer(tx, { id: payerId, ...inventedPayer, active: true })
    await insertContract(tx, {
      id: services.makeId(),
      payerId,
      ...inventedContract,
      starts: day(inventedContract.starts),
      ends: day(inventedContract.ends),
    } as unknown as Parameters<typeof insertContract>[1])
    await insertClient(tx, { id: clientId, client: inventedClient, contacts: [], providerId, active: true })
    await insertCoverage(tx, {
      id: coverageId,
      clientId,
      ...inventedCoverage(payerId),
    } as unknown as Parameters<typeof insertCoverage>[1])
    await insertPayContract(tx, {
      id: services.makeId(),
      providerId,
      contract: {
        basis: 'amount-by-procedure',
        rows: [{ code: '90837', amount: 9500 as never }],
        guaranteed: false,
        from: day('2026-01-01'),
        to: null,
        source: 'Agreement with I. Harrowgate, 2026, schedule 1',
      },
    })
  })
  const file = (on: string): Promise<ClaimRow> =>
    fileSession(services, clinician, { clientId, coverageId, on: day(on) })
  return { owner, clinician, clientId, coverageId, payerId, file }
}

const place = (setting: 'home' | 'office', city: string) => ({ setting, city, state: 'NY' })

const heldSession = (on: Day) => ({
  day: on,
  start: '09:00' as never,
  stop: '09:56' as never,
  modality: 'audio-video' as const,
  clientPlace: place('home', 'Kingston'),
  providerPlace: place('office', 'Albany'),
  attendees: [{ role: 'client' as const }],
  therapyMinutes: null,
  emMinutes: null,
  platform: 'Quietroom Video',
  telehealthConsent: day('2025-11-04'),
})

const must = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly findings: readonly unknown[] },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.value
}

const fileSession = async (
  services: Services,
  clinician: Signed,
  asked: { readonly clientId: string; readonly coverageId: string; readonly on: Day },
): Promise<ClaimRow> => {
  const { clientId, coverageId, on } = asked
  const providerId = clinician.actor.providerId ?? ''
  const plan = { clientId, providerId, coverageId, session: heldSession(on) }
  const session = must(await clinician.work('schedule-session', (tx) => scheduleSession(tx, services, plan)))
  const held = { id: session.id, version: session.version, attendance: 'held' } as const
  must(await clinician.work('confirm-session', (tx) => confirmSession(tx, held)))
  const { row: draft } = await clinician.work('open-note', (tx) =>
    openNote(tx, services, { sessionId: session.id, template: example.note.template }),
  )
  const { sections, picks, diagnoses, template } = example.note
  const note = {
    template,
    sections,
    picks,
    diagnoses,
    recorded: { ...draft.draft.recorded, telehealthConsent: true },
  }
  const saved = await clinician.work('save-draft', (tx) =>
    saveDraft(tx, {
      id: draft.id,
      version: draft.version,
      sitting: services.makeId(),
      note,
      confirmed: draft.draft.carried?.untouched ?? [],
    }),
  )
  const filed = must(
    await clinician.work('sign-and-file', async (tx) => {
      const shown = await readShown(tx, services, session.id)
      return signAndFile(tx, services, { sessionId: session.id, version: saved.version, reason: null, shown })
    }),
  )
  if (filed.claim === null) throw new Error('the session is billed to a payer')
  return filed.claim
}

/** Everything that is due now, of every practice. */
export const sweep = (services: Services): Promise<Swept> =>
  sweepOnce(services, { steps: sweepSteps, everySeconds: 5 }, 'all')

export const account = { userName: 'alder-row', password: 'a long password of the stories' }

/** The account as the server is set up with it, at an address. */
export const overHttp = (address: () => string): Clearinghouse =>
  httpClearinghouse({
    accountOf: () => ({ address: address(), ...account }),
    clock: systemClock,
    makeId: makeIds(systemClock),
    patience: 5_000,
  })

export interface StandingPayer {
  readonly folder: string
  readonly payer: ServedPayer
  /** Every claim the payer ever took. */
  readonly claims: () => Promise<readonly { readonly claimNumber: string; readonly outcome: string }[]>
  readonly counts: () => Promise<Readonly<Record<string, number>>>
  readonly close: () => Promise<void>
}

interface PayerGiven {
  readonly behaviour?: Behaviour
  readonly rules?: Partial<PlanRules>
  /** Other payers that the same process plays. */
  readonly others?: readonly PayerOptions['plans'][number][]
  readonly mailboxes?: PayerOptions['mailboxes']
  readonly folder?: string
}

/** The stand-in payer, serving on loopback and, where a mailbox is given, by folder. */
export const openPayer = async (given: PayerGiven = {}): Promise<StandingPayer> => {
  const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'golden-thread-payer-'))
  const { planRules, state } = example.payer
  const payer = await servePayer(
    {
      stateFolder: join(folder, 'state'),
      accounts: [account],
      plans: [
        {
          planRules: { ...planRules, ...given.rules },
          ...(state === undefined ? {} : { state }),
          behaviour: given.behaviour ?? {},
        },
        ...(given.others ?? []),
      ],
      clock: instant('2026-03-10T14:00:00Z'),
      seed: 'stories of the server',
      pollMilliseconds: 20,
      ...(given.mailboxes === undefined ? {} : { mailboxes: given.mailboxes }),
    },
    { log: () => undefined },
  )
  const look = async (path: string) => (await fetch(`${payer.url}${path}`)).json()
  return {
    folder,
    payer,
    claims: () => look('/control/claims') as ReturnType<StandingPayer['claims']>,
    counts: () => look('/control/counts') as ReturnType<StandingPayer['counts']>,
    close: async () => {
      await payer.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface Divertable extends Clearinghouse {
  /** What was held back, in the order it came. */
  readonly kept: readonly IncomingFile[]
  /** Puts a file into the mailbox, as if it had come. */
  readonly deliver: (name: string, bytes: Uint8Array) => void
}

/** A clearinghouse that keeps some files back, for a test to alter and deliver as it likes. */
export const diverting = (
  inner: Clearinghouse,
  isKept: (bytes: Uint8Array) => boolean = () => false,
): Divertable => {
  const kept: IncomingFile[] = []
  const waiting = new Map<string, IncomingFile>()
  return {
    kept,
    deliver: (name, bytes) => {
      waiting.set(name, { handle: name, name, bytes })
    },
    send: inner.send,
    fetch: async (mailbox) => {
      const fetched = await inner.fetch(mailbox)
      if (!fetched.reached) return fetched
      for (const file of fetched.files.filter((each) => isKept(each.bytes))) {
        kept.push(file)
        await inner.confirm(mailbox, file.handle)
      }
      const passed = fetched.files.filter((each) => !isKept(each.bytes))
      return { reached: true, files: [...passed, ...waiting.values()] }
    },
    confirm: async (mailbox, handle) => waiting.delete(handle) || inner.confirm(mailbox, handle),
  }
}

export const is835 = (bytes: Uint8Array): boolean => Buffer.from(bytes).toString('latin1').includes('ST*835*')

/** The rows of a table as the superuser sees them. */
export const count = async (server: TestServer, table: string, where = 'true'): Promise<number> => {
  const [row] = await server.database.asAdministrator(
    `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
  )
  return Number(row?.['n'])
}
