// Nothing is said of a sentence that is still being written; what was said stays until it is met.
import { describe, expect, test } from 'vitest'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { listFindings } from './list-findings.ts'
import { sentenceAt, withoutUnfinished } from './settle-sentence.ts'

const text = 'Low mood most days. Processed feelings about work. Next: graded exposure'

describe('the sentence at an offset', () => {
  test.each([
    [0, 'Low mood most days. '],
    [19, 'Low mood most days. '],
    [20, 'Processed feelings about work. '],
    [text.length, 'Next: graded exposure'],
  ])('at %i', (offset, sentence) => {
    const { start, end } = sentenceAt(text, offset)
    expect(text.slice(start, end)).toBe(sentence)
  })

  test('a line ends one too, and a quotation ends with its mark', () => {
    expect(sentenceAt('One\nTwo', 5)).toEqual({ start: 4, end: 7 })
    expect(sentenceAt('“I sat.” Then', 10)).toEqual({ start: 9, end: 13 })
  })
})

const said = (start: number, end: number): Finding => ({
  code: 'says-little',
  severity: 'coaches',
  whose: 'advice',
  place: { kind: 'text', section: 'plan', start, end },
  says: 'It says little.',
  remedy: 'Say what was done.',
  source: 'a page',
  evidence: {},
})

describe('a finding in a sentence', () => {
  const list = listFindings([], [said(20, 49)], false)
  const key = list[0]?.key ?? ''
  const seen = (start: number, shown: readonly string[] = [], section = 'plan') =>
    withoutUnfinished(list, new Set(shown), { section, start, end: start }, () => text).length

  test('waits while the caret stands in that sentence', () => expect(seen(30)).toBe(0))
  test('appears when the caret has left it', () => {
    expect(seen(60)).toBe(1)
    expect(seen(30, [], 'subjective')).toBe(1)
    expect(withoutUnfinished(list, new Set(), null, () => text)).toHaveLength(1)
  })
  test('that was shown stays while somebody mends it', () => expect(seen(30, [key])).toBe(1))
})
