// Cases of signature-before-claim.
import { change, officeCase } from '../../example-case.ts'
import { clockTime, instant } from '../../../values/day.ts'
import type { Case } from '../../case.ts'
import type { RuleCases } from '../../rule.ts'

const given = officeCase
const held = ['signature-before-claim']

/** Signed at one moment and judged at another, the same one unless given. */
const signed = (signedAt: string, at = signedAt): Case =>
  change(change(given, 'note.signature.signedAt', instant(signedAt)), 'at', instant(at))

/** The session ran from eight to nine in the evening of 10 March in New York, which is 11 March in UTC. */
const evening = (signedAt: string): Case => {
  const times = {
    startInstant: instant('2026-03-11T00:00:00Z'),
    stopInstant: instant('2026-03-11T00:47:00Z'),
  }
  const session = { ...given.session, start: clockTime('20:00'), stop: clockTime('20:47'), ...times }
  const recorded = { ...given.note?.recorded, start: session.start, stop: session.stop }
  const claim = { ...given.claim, start: session.start, stop: session.stop }
  const made = change(change(signed(signedAt), 'session', session), 'note.recorded', recorded)
  return change(made, 'claim', claim)
}

const alone = (signedAt: string): Case =>
  change(change(change(signed(signedAt), 'session', null), 'coding', null), 'claim', null)

export const cases: RuleCases = {
  passes: { name: 'a note signed an hour after the session', given, expect: [] },
  fails: {
    name: 'the same note without a signature',
    given: change(given, 'note.signature', null),
    expect: held,
  },
  dayBefore: null,
  more: [
    {
      name: 'a note signed while the session still ran',
      given: signed('2026-03-10T18:30:00Z'),
      expect: held,
    },
    {
      name: 'a note signed a minute after it is judged',
      given: signed('2026-03-11T14:01:00Z', '2026-03-11T14:00:00Z'),
      expect: held,
    },
    { name: 'a note signed at the moment it is filed', given: signed('2026-03-11T14:00:00Z'), expect: [] },
    { name: 'a note signed three days later', given: signed('2026-03-13T20:00:00Z'), expect: [] },
    { name: 'a note signed four days later warns', given: signed('2026-03-14T18:47:00Z'), expect: held },
    { name: 'a note signed six months later warns', given: signed('2026-09-10T20:00:00Z'), expect: held },
    {
      name: 'an evening’s note signed three days and an hour later, when it is the fifth day in UTC',
      given: evening('2026-03-14T01:47:00Z'),
      expect: [],
    },
    {
      name: 'a note without a session, signed in the evening of its day, which is the next day in UTC',
      given: alone('2026-03-11T01:00:00Z'),
      expect: [],
    },
    {
      name: 'a note without a session, signed two days before its day',
      given: alone('2026-03-08T20:00:00Z'),
      expect: held,
    },
    {
      name: 'a note without a session, signed a week after its day, warns',
      given: alone('2026-03-17T20:00:00Z'),
      expect: held,
    },
  ],
}
