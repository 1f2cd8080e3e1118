// The panel's sentences: sessions, openings, carried paths, time left, money with its source.
import { describe, expect, test } from 'vitest'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import { change, officeCase, telehealthCase } from '@goldenthread/core/rules/example-case.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { cents } from '@goldenthread/core/values/cents.ts'
import { day } from '@goldenthread/core/values/day.ts'
import { agreeWords, draftWords, leftWords } from './claim-words.ts'
import { elementsOf } from './elements.ts'
import { exampleOf, mayBeUnassessed } from './example-of.ts'
import { expectedMoney, payWords } from './expected-money.ts'
import { judgeServed } from './judge-page.ts'
import { openingWords } from './opening-words.ts'
import { pathWords, pathsWords } from './path-words.ts'
import { placeToShow } from './places.ts'
import { sessionWords } from './session-words.ts'
import { ruleWords, sourceWords } from './source-words.ts'
import { timeToFile } from './time-left.ts'
import { toldOfDraft } from './told-of-draft.ts'

const { people, coverage, session, note, coding } = telehealthCase
if (session === null || note === null || coverage === null || coding === null)
  throw new Error('the example is whole')

const given: ThreadCase = {
  people,
  coverage,
  session,
  earlierSessions: [],
  note,
  billed: null,
  payContract: {
    from: day('2025-10-01'),
    to: null,
    guaranteed: true,
    source: 'agreement of October 2025',
    basis: 'amount-by-procedure',
    rows: coding.procedures.map(({ code }) => ({ code, amount: cents(9800) })),
  },
  clientPayments: [],
  envelope: {
    senderQualifier: 'ZZ',
    senderId: 'HARBOR',
    receiverQualifier: 'ZZ',
    receiverId: 'EVERGREEN',
    usage: 'T',
    interchangeControl: 0,
    groupControl: 0,
    setControl: 0,
    claimNumber: 'GT1001',
  },
}

const at = (path: string, code = 'risk-addressed', evidence: Finding['evidence'] = {}): Finding => ({
  code,
  severity: 'warns',
  whose: 'platform',
  place: field(path),
  says: 'Something is amiss.',
  remedy: 'Mend it.',
  source: 'a page',
  evidence,
})

describe('the session in a sentence', () => {
  test('by video, both in one state', () => {
    expect(sessionWords(session, 'you')).toMatch(
      /^55 minutes by video, you both in New York\. Consent on file\.$/,
    )
  })
  test('in two states, without consent, told to somebody else', () => {
    const elsewhere = {
      ...session,
      clientPlace: { ...session.clientPlace, state: 'NJ' },
      telehealthConsent: null,
    }
    expect(sessionWords(elsewhere, 'June Whitfield')).toBe(
      '55 minutes by video, client in New Jersey, June Whitfield in New York. No consent to telehealth on file.',
    )
  })
  test('a state nobody said is said to be missing', () => {
    const unsaid = { ...session, clientPlace: { ...session.clientPlace, state: null } }
    expect(sessionWords(unsaid, 'you')).toContain('client at home, state not said')
  })
})

describe('opening words', () => {
  test('begin a sentence with the client’s name and end where its author goes on', () => {
    expect(openingWords('soap', 'plan', 'Maya')).toBe('Between sessions, Maya ')
  })
  test('are none for a section of another template', () =>
    expect(openingWords('soap', 'behavior', 'Maya')).toBeNull())
  test('stand where the first section has no words yet', () => {
    const some = { template: 'soap', sections: { subjective: 'Said so.' } } as const
    expect(placeToShow(field('note.sections'), some)).toEqual(field('note.sections.objective'))
    expect(placeToShow(field('note.picks.risk'), some)).toEqual(field('note.picks.risk'))
  })
})

describe('an example', () => {
  test('is the rule’s own, of the note alone', () => {
    expect(exampleOf(at('note.picks.risk.level'))).toMatch(/Denied suicidal/)
    expect(exampleOf(at('coverage.feeSchedule', 'fee-not-held'))).toBeNull()
  })
  test.each([
    ['note.picks.risk.level', true],
    ['note.picks.goals', true],
    ['note.picks.decisionMaking', false],
    ['note.picks.mentalStatus', false],
    ['note.recorded.stop', false],
  ])('whether %s may be answered "not assessed": %s', (path, may) =>
    expect(mayBeUnassessed(at(path))).toBe(may),
  )
})

describe('whose rule it is and where it stands', () => {
  test.each([
    ['docs/sources.md 6.1, necessity; Noridian, review of 90834', 'Noridian, review of 90834'],
    ['docs/sources.md 6.1, necessity', 'Golden Thread, sources 6.1, necessity'],
    [
      'Headway, documentation and CPT codes (seed 0); Rula, progress notes (seed 2)',
      'Headway, documentation and CPT codes; Rula, progress notes',
    ],
    ['contract, page 4', 'contract, page 4'],
  ])('%s', (source, words) => expect(sourceWords(source)).toBe(words))

  test('a rule of payers is this payer’s only where its own manual says so', () => {
    const finding: Finding = { ...at('note.picks.risk'), whose: 'payer', source: 'Manual 2026, 7.2' }
    const own = { ...coverage, payerRules: { source: 'Manual 2026, 7.2' } }
    expect(ruleWords(finding, coverage)).toBe('Rule of payers')
    expect(ruleWords(finding, own)).toBe(`Rule of ${coverage.payer.name}`)
  })
})

describe('the elements of a note', () => {
  test('hold when they are there and no finding points at them', () => {
    const all = elementsOf(note, [])
    const risky = elementsOf(note, [at('note.picks.risk.level')])
    expect(all.find(({ path }) => path === 'note.picks.risk')?.holds).toBe(true)
    expect(risky.find(({ path }) => path === 'note.picks.risk')?.holds).toBe(false)
    expect(all.length).toBe(risky.length)
  })
  test('what was carried and not touched does not hold', () => {
    const from = { noteId: '1', day: day('2026-03-03'), hash: 'a' }
    const carried: Note = { ...note, carried: { from, confirmed: [], untouched: ['picks.goals'] } }
    expect(elementsOf(carried, []).find(({ path }) => path === 'note.picks.goals')?.holds).toBe(false)
  })
})

test.each([
  ['picks.risk.suicidalIdeation', 'Risk, thoughts of suicide'],
  ['picks.mentalStatus.thought-process', 'Mental status, thought process'],
  ['diagnoses.F33.1', 'Diagnosis F33.1'],
  ['sections.plan', 'Plan'],
])('what was carried at %s is called %s', (path, words) => expect(pathWords(path, 'soap')).toBe(words))

test('what belongs together is said together; a section keeps its own name', () => {
  const paths = ['picks.risk.level', 'picks.goals', 'picks.risk.selfHarm', 'picks.mentalStatus.mood']
  expect(pathsWords(paths, 'soap')).toBe('Risk: level, self-harm · Goals · Mental status: mood')
})

describe('the time to file', () => {
  test('is the payer’s own limit, else that of its class', () => {
    const own = change(telehealthCase, 'coverage.payerRules', {
      timelyFilingDays: 90,
      source: 'contract, page 4',
    })
    expect(timeToFile({ ...given, coverage: own.coverage }, shippedFacts, day('2026-03-20'))).toEqual({
      used: 10,
      allowed: 90,
      left: 80,
      source: 'contract, page 4',
    })
    const { timelyFilingDays } = shippedFacts.payerProfile(coverage.payer.class, session.day)
    const ofClass = timeToFile(
      { ...given, coverage: { ...coverage, payerRules: null } },
      shippedFacts,
      day('2026-03-20'),
    )
    expect(ofClass?.allowed ?? null).toBe(timelyFilingDays)
  })
  test.each([
    [80, '80 days left to file with Harbor.'],
    [1, '1 day left to file with Harbor.'],
    [0, 'Today is the last day to file with Harbor.'],
    [-2, 'The time to file with Harbor was over 2 days ago.'],
  ])('%i days', (left, words) => {
    expect(leftWords({ used: 0, allowed: 90, left, source: '' }, 'Harbor')).toBe(words)
  })
})

describe('the claim before it is filed', () => {
  const documents = judgeServed(given, shippedFacts, telehealthCase.at)
  test('counts the fields that agree', () => {
    expect(agreeWords(given, documents, shippedFacts)).toBe('Seven of seven fields agree.')
    expect(draftWords(given, documents, shippedFacts, 'nothing')).toBe(
      'Seven of seven fields agree. Goes out when you sign.',
    )
  })
  test('waits for whoever co-signs', () => {
    expect(draftWords(given, documents, shippedFacts, 'co-signature')).toMatch(/^Waits for .+ to co-sign\.$/)
  })
})

describe('the money of a session', () => {
  test('is the claim’s own expectation, each amount with its source', () => {
    const money = expectedMoney(given, coding)
    const { claim } = judgeServed(given, shippedFacts, telehealthCase.at)
    expect(money?.client.amount).toBe(claim?.lines.reduce((sum, { expected }) => sum + expected.client, 0))
    expect(money?.payer?.amount).toBe(claim?.lines.reduce((sum, { expected }) => sum + expected.payer, 0))
    expect(money?.provider).toEqual({
      amount: 9800 * coding.procedures.length,
      says: 'earned when filed',
      isGuaranteed: true,
      source: 'By the pay contract from 2025-10-01: agreement of October 2025.',
    })
    expect(money?.client.source).toMatch(/Allowed is the lesser/)
  })
  test('what is guaranteed names its pay day where the practice has set one', () => {
    const pay = expectedMoney(given, coding)?.provider
    if (!pay) throw new Error('the example has its contract')
    expect(payWords(pay, 'Fri, Nov 27')).toBe('Fri, Nov 27, once accepted')
    expect(payWords(pay, null)).toBe('earned when filed')
    expect(payWords({ ...pay, isGuaranteed: false, says: 'later' }, 'Fri, Nov 27')).toBe('later')
  })

  test('is not told where the fees of the day are not held', () => {
    expect(expectedMoney({ ...given, coverage: { ...coverage, feeSchedule: [] } }, coding)).toBeNull()
    expect(expectedMoney(given, null)).toBeNull()
  })
  test('of private pay is the practice’s own fee, and no payer’s', () => {
    const row = {
      from: day('2025-10-01'),
      to: null,
      charge: cents(15_000),
      allowed: cents(12_000),
      source: 'fees of 2025',
    }
    const fees = coding.procedures.map(({ code }) => ({ ...row, code }))
    const money = expectedMoney({ ...given, coverage: null, privateFees: fees }, coding)
    expect([money?.client.amount, money?.payer]).toEqual([12_000 * coding.procedures.length, null])
  })
})

describe('what a draft is told of its signature', () => {
  test('late, or too early, in words of what signing now would be', () => {
    const path = 'note.signature.signedAt'
    expect(toldOfDraft(at(path, 'signature-before-claim', { days: '5' })).says).toContain(
      '5 days after the session',
    )
    expect(toldOfDraft(at(path, 'signature-before-claim')).says).toBe('The session has not ended yet.')
    expect(toldOfDraft(at('note.picks.risk')).says).toBe('Something is amiss.')
  })
})

test('the office example is in person and speaks of no consent', () => {
  if (officeCase.session === null) throw new Error('the example has a session')
  expect(sessionWords(officeCase.session, 'you')).not.toContain('onsent')
})
