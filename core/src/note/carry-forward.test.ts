// What is carried into a note: offered from the last one, no part of it until it is touched, and told to whoever signs.
import { describe, expect, test } from 'vitest'
import { judgeThread } from '../thread/judge-thread.ts'
import type { ThreadCase } from '../thread/thread-case.ts'
import { shippedFacts } from '../facts/shipped/shipped.ts'
import { officeCase } from '../rules/example-case.ts'
import { day, instant } from '../values/day.ts'
import { carriedItems, carryForward, settledNote, stillCarried } from './carry-forward.ts'
import { beginNote } from './prefill-note.ts'
import type { Note } from './note.ts'
import { templates } from './templates.ts'

const signed = officeCase.note as Note
const from = { noteId: 'the note of last week', day: day('2026-03-03'), hash: 'b'.repeat(64) }
const { client, provider } = officeCase.people
const session = officeCase.session as NonNullable<typeof officeCase.session>
const opened = (template: Note['template'] = 'soap', before: Note = signed): Note =>
  beginNote({ template, client, provider, session, last: { note: before, from } })

describe('what is offered from the last note', () => {
  test('is what may be the same: status, risk, interventions, goals, diagnoses; each named by its path', () => {
    const note = opened()
    expect(note.carried?.from).toEqual(from)
    expect(note.carried?.confirmed).toEqual([])
    expect([...(note.carried?.untouched ?? [])].sort()).toEqual([
      'diagnoses.F33.1',
      'picks.goals',
      'picks.impairment',
      'picks.interventions',
      'picks.mentalStatus.affect',
      'picks.mentalStatus.appearance',
      'picks.mentalStatus.behavior',
      'picks.mentalStatus.mood',
      'picks.mentalStatus.thought-process',
      'picks.necessity',
      'picks.risk.homicidalIdeation',
      'picks.risk.level',
      'picks.risk.selfHarm',
      'picks.risk.suicidalIdeation',
      'picks.symptoms',
    ])
    expect(note.picks.mentalStatus).toEqual(signed.picks.mentalStatus)
  })

  test.each([
    ['how the client responded', 'response'],
    ['which way things went', 'direction'],
    ['why the session was long', 'longSessionReason'],
  ] as const)('is never %s', (_, key) => {
    expect(signed.picks[key]).toBeDefined()
    expect(opened().picks[key]).toBeUndefined()
  })

  test('is no prose but a history', () => {
    const before = { ...signed, sections: { history: 'Two siblings.', plan: 'Weekly.' } }
    expect(opened('intake', before).sections).toEqual({ history: 'Two siblings.' })
    expect(opened('intake', before).carried?.untouched).toContain('sections.history')
    expect(opened('soap', before).sections).toEqual({})
    const carrying = Object.values(templates).flatMap(({ sections }) =>
      sections.filter((each) => each.carries),
    )
    expect(carrying.map(({ id }) => id)).toEqual(['history'])
  })

  test('is nothing that was not assessed, and nothing the template does not ask for', () => {
    const before: Note = {
      ...signed,
      picks: {
        ...signed.picks,
        goals: { notAssessed: 'no time' },
        mentalStatus: { mood: { notAssessed: 'by phone' } },
      },
    }
    const paths = opened('soap', before).carried?.untouched.join(' ') ?? ''
    expect(paths).not.toMatch(/goals|mentalStatus/)
    expect(opened('em').picks.interventions).toBeUndefined()
  })

  test('is nothing where there is no last note', () => {
    expect(carryForward('soap', null)).toEqual({ picks: {}, sections: {}, diagnoses: [] })
    expect(carriedItems(beginNote({ template: 'soap', client, provider, session, last: null }))).toEqual([])
  })
})

describe('a draft that is written over', () => {
  const before = opened()

  test('keeps what nobody touched marked as untouched', () => {
    expect(stillCarried(before, before, undefined)).toEqual(before.carried)
  })

  test('counts as said again what its author confirms, and takes that back when they do', () => {
    const confirmed = ['picks.risk.level', 'picks.goals']
    const touched = stillCarried(before, before, confirmed)
    expect(touched?.confirmed.slice().sort()).toEqual(confirmed.slice().sort())
    expect(touched?.untouched).not.toContain('picks.goals')
    const undone = stillCarried({ ...before, ...(touched && { carried: touched }) }, before, [])
    expect(undone?.confirmed).toEqual([])
    expect(undone?.untouched.slice().sort()).toEqual(before.carried?.untouched.slice().sort())
  })

  test('was written today where it says something else, or nothing', () => {
    const { necessity: _, ...picks } = before.picks
    const mood = { ...before.picks.mentalStatus, mood: '"lighter"' }
    const written = { ...before, picks: { ...picks, mentalStatus: mood }, diagnoses: [] }
    const paths = stillCarried(before, written, undefined)?.untouched ?? []
    expect(paths).not.toContain('picks.mentalStatus.mood')
    expect(paths).not.toContain('picks.necessity')
    expect(paths).not.toContain('diagnoses.F33.1')
    expect(paths).toContain('picks.mentalStatus.affect')
  })

  test('cannot confirm what was never carried', () => {
    const said = stillCarried(before, { ...before, sections: { plan: 'Weekly.' } }, ['sections.plan'])
    expect(said?.confirmed).toEqual([])
    expect(stillCarried({ ...signed }, signed, ['picks.goals'])).toBeUndefined()
  })
})

describe('what counts of a note', () => {
  test('is what was confirmed and written; what was carried and not touched is left out, diagnoses stand', () => {
    const before = opened()
    const carried = stillCarried(before, before, ['picks.mentalStatus.mood', 'picks.risk.level'])
    const settled = settledNote({ ...before, ...(carried && { carried }) })
    expect(settled.picks).toEqual({ mentalStatus: { mood: '"worn out"' }, risk: { level: 'low' } })
    expect(settled.diagnoses).toEqual([{ code: 'F33.1' }])
    expect(carriedItems(settled)).toEqual([
      { path: 'picks.mentalStatus.mood', as: 'said-again' },
      { path: 'picks.risk.level', as: 'said-again' },
      { path: 'diagnoses.F33.1', as: 'stands' },
    ])
    expect(settledNote(settled)).toEqual(settled)
  })

  test('is the whole of a note into which nothing was carried', () => {
    expect(settledNote(signed)).toBe(signed)
  })

  test('whoever signs is told what is left out', () => {
    expect(carriedItems(opened())).toContainEqual({ path: 'picks.goals', as: 'left-out' })
  })

  test('is what the rules judge: risk that was only carried over was not asked', () => {
    const { at: _at, coding: _coding, claim: _claim, ...given } = officeCase
    const thread = { ...given, payContract: null, clientPayments: [] } as unknown as ThreadCase
    const envelope = { claimNumber: 'GT1' } as ThreadCase['envelope']
    const ports = { facts: shippedFacts, sha256: () => '', at: instant('2026-03-11T14:00:00Z') }
    const codes = (note: Note): readonly string[] =>
      judgeThread({ ...thread, envelope, note: { ...note, signature: null } }, ports).findings.map(
        ({ code }) => code,
      )
    const draft = opened()
    expect(codes(draft)).toEqual(expect.arrayContaining(['risk-addressed', 'mental-status-count']))
    const all = stillCarried(draft, draft, draft.carried?.untouched)
    const confirmed = codes({ ...draft, ...(all && { carried: all }) })
    expect(confirmed).not.toContain('risk-addressed')
    expect(confirmed).not.toContain('mental-status-count')
  })
})
