// Tries what happened to a claim, as steps.
import { describe, expect, test } from 'vitest'
import { happenedTo } from './timeline-steps.ts'
import type { TimelineEntry } from './work.ts'

const entry = (kind: TimelineEntry['kind'], more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  claimId: 'c1',
  claimNumber: 'GT1',
  kind,
  verdict: null,
  day: '2026-03-09',
  at: '2026-03-09T18:00:00Z',
  fileId: null,
  payerClaimNumber: null,
  statuses: [],
  findings: [],
  remittanceId: null,
  paid: null,
  sentBy: null,
  confirmation: null,
  reason: null,
  provesTimelyFiling: false,
  ...more,
})

const whole = [
  entry('filed'),
  entry('batched', { fileId: 'out' }),
  entry('sent'),
  entry('delivered'),
  entry('envelope', { verdict: 'accepted', fileId: 'ta1' }),
  entry('syntax', { verdict: 'accepted', fileId: '999' }),
  entry('acknowledgment', {
    verdict: 'accepted',
    fileId: '277',
    statuses: [{ category: 'A2', status: '20', entity: null }],
    payerClaimNumber: '2628',
    provesTimelyFiling: true,
  }),
]

describe('what happened to a claim', () => {
  test('is a step for each happening, the sending with the file that went', () => {
    const steps = happenedTo(whole, 'waiting', 'GT1')
    expect(
      steps.map(({ title, state, file }) => [title, state, file?.kind ?? null, file?.id ?? null]),
    ).toEqual([
      ['Filed', 'holds', null, null],
      ['Sent', 'holds', '837P', 'out'],
      ['File received', 'holds', 'TA1', 'ta1'],
      ['File accepted', 'holds', '999', '999'],
      ['Claim accepted', 'holds', '277CA', '277'],
      ['Answered by the payer', 'not-yet', null, null],
    ])
    expect(steps[4]?.body).toBe(
      '277CA A2 20, the payer’s number 2628. It proves that the claim came in time.',
    )
  })

  test('ends with the answer when there is one, and says what was paid', () => {
    const denied = entry('remitted', { verdict: 'rejected', paid: 0, remittanceId: 'r1', fileId: '835' })
    const paid = entry('remitted', { verdict: 'accepted', paid: 14120, remittanceId: 'r2', fileId: '835' })
    const last = (one: TimelineEntry, standing: 'denied' | 'paid') =>
      happenedTo([...whole, one], standing, 'GT1').at(-1)
    expect(last(denied, 'denied')).toMatchObject({ title: 'Answered: not paid', state: 'needs-you' })
    expect(last(paid, 'paid')).toMatchObject({ title: 'Paid $141.20', state: 'holds', remittanceId: 'r2' })
  })

  test('names a claim before it once, and leaves out that it was held for a moment', () => {
    const before = { claimId: 'c0', claimNumber: 'GT0' }
    const steps = happenedTo(
      [
        entry('filed', before),
        entry('acknowledgment', { ...before, verdict: 'rejected' }),
        entry('held'),
        entry('filed', { reason: 'The payer lost its file.' }),
      ],
      'ready',
      'GT1',
    )
    expect(steps.map(({ body }) => body.includes('GT0'))).toEqual([true, false, false, false])
    expect(steps.map(({ title }) => title)).toEqual(['Filed', 'Claim rejected', 'Filed', 'Sent'])
    expect(steps[2]?.body).toContain('The payer lost its file.')
  })

  test('tells what went by hand without a file, with its confirmation', () => {
    const [step] = happenedTo([entry('sent', { sentBy: 'portal', confirmation: 'PX-20' })], 'waiting', 'GT1')
    expect(step).toMatchObject({ title: 'Sent through the portal', body: 'Confirmed as PX-20.', file: null })
  })
})
