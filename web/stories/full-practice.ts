// A practice in which something stands in every state: paid, denied, rejected, held, signed, drafted, planned.
import { inventedCoverage } from '../../server/stories/invented.ts'
import { byVideo, sittingsOf } from '../../server/stories/sittings.ts'
import type { Signed } from '../../server/stories/test-server.ts'
import { type Insider, type OpenPractice, openPractice, openStranger } from './open-practice.ts'

/** What its addresses are made of. */
export interface FullPractice extends OpenPractice {
  readonly stranger: Insider
  /** Its note is begun and lacks something. */
  readonly draftedId: string
  /** Its note is whole and waits for the signature. */
  readonly wholeId: string
  readonly filedId: string
  readonly plannedId: string
  readonly cancelledId: string
  readonly paidClaimId: string
  readonly deniedClaimId: string
  readonly rejectedClaimId: string
  readonly heldClaimId: string
  readonly readyClaimId: string
  readonly remittanceId: string
}

const json = async (who: Insider, url: string) => {
  const answer = await who.ask('GET', url)
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${answer.text}`)
  return answer.json()
}

/** The payer asks for an authorization that nobody asked it for: it denies. */
const paysNothingFor = '90834'
const shorter = { start: '13:00', stop: '13:45' }

/** By a member number that is none of the payer's. */
const strangeCoverage = async ({ owner, clientId, payerId }: OpenPractice): Promise<string> => {
  const body = { ...inventedCoverage(payerId), sequence: 2, memberNumber: 'LKM999000111' }
  const answer = await owner.ask('POST', `/api/coverage/clients/${clientId}/coverages`, body)
  return answer.json().id
}

const heldClaim = async ({ at }: OpenPractice): Promise<string> => {
  const { sessionId, draft, version } = await at.write('2026-03-05')
  const recorded = { ...draft.note.recorded, clientPlace: null }
  const { version: saved } = (await at.save({ ...draft, version }, { recorded })).json()
  return (await at.sign(sessionId, saved)).json().claim.id
}

/** Claims that were sent and answered. */
const answered = async (practice: OpenPractice) => {
  const { at } = practice
  const coverageId = await strangeCoverage(practice)
  const signed = practice.clinician as unknown as Signed
  const strange = sittingsOf({ clinician: signed, clientId: practice.clientId, coverageId })
  const paid = await at.file('2026-03-02')
  const denied = await at.file('2026-03-04', {}, shorter)
  const rejected = await strange.file('2026-03-06')
  for (let round = 0; round < 6; round += 1) await practice.sweep()
  const { items } = await json(practice.owner, '/api/remit/remittances')
  return {
    paidClaimId: paid.answer.claim.id as string,
    deniedClaimId: denied.answer.claim.id as string,
    rejectedClaimId: rejected.answer.claim.id as string,
    remittanceId: items[0].id as string,
  }
}

/** The sessions of the day itself. */
const ofToday = async ({ at, plan }: OpenPractice) => {
  const today = '2026-03-10'
  const filed = await at.file(today, {}, { start: '08:00', stop: '08:56' })
  const whole = await at.write(today, {}, { start: '09:00', stop: '09:56' })
  const drafted = await at.hold(today, { start: '10:00', stop: '10:56' })
  const draft = await at.open(drafted.id)
  const begun = {
    data: 'Ms. Quiñones came by video and spoke of her week at work.',
    assessment: '',
    plan: '',
  }
  await at.save(draft, { sections: begun, picks: {}, diagnoses: [] })
  const cancelled = (await at.schedule(byVideo(today, { start: '12:00', stop: '12:45' }))).json()
  await at.confirm(cancelled.id, cancelled.version, { attendance: 'cancelled' })
  return {
    readyClaimId: filed.answer.claim.id as string,
    filedId: filed.sessionId,
    wholeId: whole.sessionId,
    draftedId: drafted.id as string,
    cancelledId: cancelled.id as string,
    plannedId: await plan(today, { start: '15:00', stop: '15:56' }),
  }
}

/** Opens it; `close` it in afterAll. */
export const openFullPractice = async (): Promise<FullPractice> => {
  const rules = { authorizationNeeded: [paysNothingFor] }
  const practice = await openPractice({ payer: { rules } })
  const sent = await answered(practice)
  const heldClaimId = await heldClaim(practice)
  const stranger = await openStranger(practice)
  return { ...practice, ...sent, heldClaimId, ...(await ofToday(practice)), stranger }
}
