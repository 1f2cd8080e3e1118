// The work of one session by the acts themselves: planned, held, written, signed and filed. What is measured, and what stories begin with.
import type { Picks } from '@goldenthread/core/note/note.ts'
import type { ClockTime, Day } from '@goldenthread/core/values/day.ts'
import { inPractice } from '@goldenthread/server/database/in-practice.ts'
import type { Tx } from '@goldenthread/server/database/tx.ts'
import { openNote } from '@goldenthread/server/note/open-note.ts'
import { saveDraft } from '@goldenthread/server/note/save-draft.ts'
import type { Services } from '@goldenthread/server/services.ts'
import { confirmSession } from '@goldenthread/server/session/confirm-session.ts'
import { scheduleSession } from '@goldenthread/server/session/schedule-session.ts'
import { readShown } from '@goldenthread/server/thread/case-shown.ts'
import { signAndFile } from '@goldenthread/server/thread/sign-and-file.ts'

/** Who treats whom, and who pays; `work` is a unit of work of the one who treats. */
export interface Treatment {
  readonly services: Services
  readonly practiceId: string
  readonly work: <T>(act: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly providerId: string
  readonly clientId: string
  readonly coverageId: string
}

const planned = (day: Day) => ({
  day,
  start: '10:00' as ClockTime,
  stop: '10:47' as ClockTime,
  modality: 'in-person' as const,
  clientPlace: { setting: 'office', city: 'Albany', state: 'NY' } as const,
  providerPlace: { setting: 'office', city: 'Albany', state: 'NY' } as const,
  attendees: [{ role: 'client' as const }],
  therapyMinutes: null,
  emMinutes: null,
  platform: null,
  telehealthConsent: null,
})

const picks: Picks = {
  mentalStatus: { mood: '"tired"', affect: 'constricted', speech: 'even', 'thought-process': 'linear' },
  risk: { suicidalIdeation: 'denied', homicidalIdeation: 'denied', selfHarm: 'denied', level: 'low' },
  interventions: [{ name: 'cognitive restructuring', goal: 'PHQ-9 below 10' }],
  response: 'Found two facts against the thought.',
  symptoms: ['low mood on most days'],
  impairment: ['two sick days this month'],
  direction: 'same',
  goals: [{ goal: 'PHQ-9 below 10', progress: 'same' }],
  necessity: 'continue',
}

const sections = {
  data: 'Came on time. Reports three hard mornings this week; the log was read together.',
  assessment: 'Recurrent depression, moderate, unchanged; no thoughts of suicide or of harming others.',
  plan: 'Weekly sessions; activity log until the next one.',
}

type Versioned = { readonly id: string; readonly version: number }

const codesOf = ({ findings }: { readonly findings: readonly { readonly code: string }[] }): string =>
  findings.map(({ code }) => code).join()

/** Plans a session of a day. */
export const planSession = (
  { work, services, providerId, clientId, coverageId }: Treatment,
  day: Day,
): Promise<Versioned> =>
  work('schedule-session', async (tx) => {
    const planning = { clientId, providerId, coverageId, session: planned(day) }
    const done = await scheduleSession(tx, services, planning)
    if (!done.ok) throw new Error(codesOf(done))
    return done.value
  })

/** Opens its note and writes it. */
export const writeSession = ({ work, services }: Treatment, sessionId: string): Promise<Versioned> =>
  work('save-draft', async (tx) => {
    const opened = await openNote(tx, services, { sessionId, template: 'dap' })
    const { id, version, draft } = opened.row
    const diagnoses = [{ code: 'F33.1', words: 'Major depressive disorder, recurrent, moderate' }]
    const note = { template: 'dap' as const, recorded: draft.recorded, sections, picks, diagnoses }
    // What was offered from the last note is said again.
    return saveDraft(tx, { id, version, sitting: sessionId, note, confirmed: draft.carried?.untouched ?? [] })
  })

const looking = {
  actor: { kind: 'program', name: 'bench' },
  act: 'read-case',
  trail: 'when-touched',
} as const

/** What its case shows whoever signs. Only looked at: nothing is written, no row of the trail either. */
export const seeSession = ({ services, practiceId }: Treatment, sessionId: string): Promise<string> =>
  inPractice(services, { practiceId, ...looking }, (tx) => readShown(tx, services, sessionId))

/** Confirms that it was held as planned. */
export const holdSession = ({ work }: Treatment, session: Versioned): Promise<void> =>
  work('confirm-session', async (tx) => {
    const { id, version } = session
    const done = await confirmSession(tx, { id, version, attendance: 'held' })
    if (!done.ok) throw new Error(codesOf(done))
  })

/** Signs the note and files the claim; throws unless it was filed. */
export const signSession = (
  { work, services }: Treatment,
  sessionId: string,
  version: number,
  shown: string,
): Promise<void> =>
  work('sign-and-file', async (tx) => {
    const done = await signAndFile(tx, services, { sessionId, version, reason: null, shown })
    if (!done.ok) throw new Error(codesOf(done))
    const { claim } = done.value
    if (claim?.status !== 'filed') throw new Error(`the claim is ${claim?.status ?? 'none'}`)
  })
