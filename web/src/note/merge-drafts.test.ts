// Two screens write one note: what each wrote stands in it afterwards, or is kept for a person to choose.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from './parts.ts'
import { joinTexts, mergeDrafts, settledWith } from './merge-drafts.ts'

const recorded = {
  day: null,
  start: null,
  stop: null,
  minutes: null,
  therapyMinutes: null,
  emMinutes: null,
  modality: null,
  clientPlace: null,
  providerPlace: null,
  platform: null,
  telehealthConsent: null,
  attendees: [],
  procedures: [],
} satisfies Draft['recorded']

const draft = (changed: Partial<Draft> = {}): Draft => ({
  template: 'soap',
  recorded,
  sections: { subjective: 'Slept badly.', plan: 'Weekly.' },
  picks: { risk: { level: 'low' }, symptoms: ['worry'] },
  diagnoses: [{ code: 'F33.1' }],
  ...changed,
})

const withSection = (id: string, text: string): Draft =>
  draft({ sections: { ...draft().sections, [id]: text } })

describe('merging two drafts', () => {
  test('different sections and picks come together without a question', () => {
    const mine = withSection('subjective', 'Slept badly. Argued with her manager.')
    const theirs = {
      ...withSection('plan', 'Weekly. A walk each day.'),
      picks: { ...draft().picks, direction: 'better' as const },
    }
    const merged = mergeDrafts(draft(), mine, theirs)
    expect(merged.conflicts).toEqual([])
    expect(merged.draft.sections).toEqual({
      subjective: 'Slept badly. Argued with her manager.',
      plan: 'Weekly. A walk each day.',
    })
    expect(merged.draft.picks).toEqual({ ...draft().picks, direction: 'better' })
    expect(merged.heard.toSorted()).toEqual(['picks.direction', 'sections.plan'])
  })

  test('the same section written in two ways is kept twice', () => {
    const merged = mergeDrafts(
      draft(),
      withSection('plan', 'Weekly, by video.'),
      withSection('plan', 'Every other week.'),
    )
    expect(merged.draft.sections['plan']).toBe('Weekly, by video.')
    expect(merged.conflicts.map(({ path, mine, theirs }) => [path, mine.value, theirs.value])).toEqual([
      ['sections.plan', 'Weekly, by video.', 'Every other week.'],
    ])
  })

  test('a text that goes on where the other stopped is no second version', () => {
    const merged = mergeDrafts(
      draft(),
      withSection('plan', 'Weekly. A walk each day.'),
      withSection('plan', 'Weekly. A walk'),
    )
    expect(merged.conflicts).toEqual([])
    expect(merged.draft.sections['plan']).toBe('Weekly. A walk each day.')
  })

  test('a space that was just typed is no change, and is not taken from under the cursor', () => {
    const merged = mergeDrafts(draft(), withSection('plan', 'Weekly. '), withSection('subjective', 'Slept.'))
    expect(merged.draft.sections).toEqual({ subjective: 'Slept.', plan: 'Weekly. ' })
    expect(
      mergeDrafts(draft(), withSection('plan', 'Weekly. '), withSection('plan', 'Monthly.')).conflicts,
    ).toEqual([])
  })

  test('what one side emptied and the other wrote over is not lost', () => {
    const merged = mergeDrafts(draft(), withSection('plan', ''), withSection('plan', 'Every other week.'))
    expect(merged.draft.sections['plan']).toBe('Every other week.')
  })

  test('an offer that one side answered is answered', () => {
    const from = { noteId: 'n', day: '2026-01-05', hash: 'h' } as NonNullable<Draft['carried']>['from']
    const base = draft({ carried: { from, confirmed: [], untouched: ['picks.risk.level'] } })
    const theirs = draft({ carried: { from, confirmed: ['picks.risk.level'], untouched: [] } })
    const mine = { ...base, sections: { plan: 'Weekly, by video.' } }
    expect(mergeDrafts(base, mine, theirs).draft.carried).toEqual({
      from,
      confirmed: ['picks.risk.level'],
      untouched: [],
    })
  })

  test('the session’s own facts come from the server', () => {
    const at = (start: string): Draft => draft({ recorded: { ...recorded, start: start as never } })
    expect(mergeDrafts(draft(), at('10:02'), at('10:05')).draft.recorded.start).toBe('10:05')
  })
})

const word = fc.stringMatching(/^[a-zäß😀]{1,6}[.,]?$/u)
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const ids = ['subjective', 'objective', 'assessment', 'plan'] as const
const sections = fc.record({ subjective: text, objective: text, assessment: text, plan: text })

const wordsOf = (written: string): readonly string[] => written.split(/\s+/).filter((each) => each !== '')

describe('no word of either side is lost', () => {
  test('what stands and what waits hold every section of both sides that was changed', () => {
    fc.assert(
      fc.property(sections, sections, sections, (base, mine, theirs) => {
        const merged = mergeDrafts(
          draft({ sections: base }),
          draft({ sections: mine }),
          draft({ sections: theirs }),
        )
        for (const id of ids) {
          const conflict = merged.conflicts.find(({ path }) => path === `sections.${id}`)
          const kept = [
            merged.draft.sections[id] ?? '',
            String(conflict?.mine.value ?? ''),
            String(conflict?.theirs.value ?? ''),
          ]
          const holds = (written: string): boolean => kept.some((each) => each.includes(written))
          if (mine[id] !== base[id]) expect(holds(mine[id])).toBe(true)
          if (theirs[id] !== base[id]) expect(holds(theirs[id])).toBe(true)
        }
      }),
    )
  })

  test('joined texts hold the words of both, each in its order', () => {
    const isWithin = (some: readonly string[], all: readonly string[]): boolean => {
      let at = 0
      for (const each of all) if (each === some[at]) at += 1
      return at === some.length
    }
    fc.assert(
      fc.property(text, text, (mine, theirs) => {
        const joined = wordsOf(joinTexts(mine, theirs))
        expect(isWithin(wordsOf(mine), joined)).toBe(true)
        expect(isWithin(wordsOf(theirs), joined)).toBe(true)
      }),
    )
  })

  test('merging with nothing new changes nothing', () => {
    fc.assert(
      fc.property(sections, sections, (base, mine) => {
        const [before, now] = [draft({ sections: base }), draft({ sections: mine })]
        const merged = mergeDrafts(before, now, before)
        expect(merged.conflicts).toEqual([])
        expect(merged.heard).toEqual([])
      }),
    )
  })

  test('settling a conflict puts in what was chosen and leaves the rest', () => {
    const after = settledWith(draft(), 'sections.plan', { value: 'Both.', standing: 'said' })
    expect(after.sections).toEqual({ subjective: 'Slept badly.', plan: 'Both.' })
    expect(after.picks).toEqual(draft().picks)
  })
})
