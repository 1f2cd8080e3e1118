// What is undone comes back as it stood, in texts and picks alike, and can be done again.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type History, changesBetween, noHistory, remember, stepped, turned, without } from './history.ts'
import { writePick, writeSection } from './edit-draft.ts'
import { type Draft, sameDraft } from './parts.ts'

const empty: Draft = {
  template: 'soap',
  recorded: {} as Draft['recorded'],
  sections: {},
  picks: {},
  diagnoses: [],
}

interface Written {
  readonly draft: Draft
  readonly history: History
}

const write = (
  { draft, history }: Written,
  after: Draft,
  at: number,
  how: 'typing' | 'act' = 'typing',
): Written => ({
  draft: after,
  history: remember(history, { at, how, changes: changesBetween(draft, after) }),
})

const typed = (words: string, gap = 80): Written =>
  [...words].reduce<Written>(
    (written, letter, index) =>
      write(
        written,
        writeSection(written.draft, 'plan', (written.draft.sections['plan'] ?? '') + letter),
        index * gap,
      ),
    { draft: empty, history: noHistory },
  )

const back = ({ draft, history }: Written): Written => {
  const step = history.done.at(-1)
  if (step === undefined) return { draft, history }
  const after = stepped(draft, turned(step), undefined)
  if (after === null) throw new Error('a step that was just made fits')
  return { draft: after, history: { done: history.done.slice(0, -1), undone: [...history.undone, step] } }
}

describe('undo', () => {
  test('a run of typing is one step, a pause begins another', () => {
    expect(typed('Weekly.').history.done).toHaveLength(1)
    expect(typed('Weekly.', 1_500).history.done).toHaveLength(7)
    expect(back(typed('Weekly.')).draft.sections).toEqual({})
  })

  test('letters taken back at once belong to the run', () => {
    const on = typed('Weeklx')
    const written = write(on, writeSection(on.draft, 'plan', 'Weekl'), 500)
    expect(written.history.done).toHaveLength(1)
    expect(back(written).draft.sections).toEqual({})
  })

  test('a pick is a step of its own', () => {
    const on = typed('Weekly.')
    const picked = write(on, writePick(on.draft, 'picks.risk.level', 'low'), 600, 'act')
    expect(picked.history.done).toHaveLength(2)
    const undone = back(picked)
    expect(undone.draft.picks).toEqual({})
    expect(undone.draft.sections).toEqual({ plan: 'Weekly.' })
  })

  test('steps in a section that somebody else wrote in are forgotten, others stay', () => {
    const on = typed('Weekly.')
    const picked = write(on, writePick(on.draft, 'picks.risk.level', 'low'), 600, 'act')
    expect(without(picked.history, ['sections.plan']).done).toHaveLength(1)
  })

  test('a step that does not fit the text any more is not made', () => {
    const { history } = typed('Weekly.')
    const step = history.done[0]
    if (step === undefined) throw new Error('there is one')
    expect(stepped(writeSection(empty, 'plan', 'Other.'), turned(step), undefined)).toBeNull()
  })

  const edit = fc.oneof(
    fc.record({ kind: fc.constant('text'), value: fc.string({ maxLength: 8 }) }),
    fc.record({ kind: fc.constant('pick'), value: fc.constantFrom('low', 'high', undefined) }),
  )

  test('all steps back lead to where it began, all steps on to where it was', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const last = edits.reduce<Written>(
          (written, { kind, value }, index) =>
            kind === 'text'
              ? write(written, writeSection(written.draft, 'plan', String(value)), index * 300)
              : write(written, writePick(written.draft, 'picks.risk.level', value), index * 300, 'act'),
          { draft: empty, history: noHistory },
        )
        const count = last.history.done.length
        let first = last
        for (let at = 0; at < count; at += 1) first = back(first)
        expect(sameDraft(first.draft, empty)).toBe(true)
        let again: Draft = first.draft
        for (const step of first.history.undone.toReversed()) again = stepped(again, step, undefined) ?? again
        expect(sameDraft(again, last.draft)).toBe(true)
      }),
    )
  })
})
