// What a thread says and what joins its links.
import { describe, expect, test } from 'vitest'
import { type KnotState, segmentBetween, threadInWords } from './link-words.ts'

const joins: readonly (readonly [KnotState, KnotState, string])[] = [
  ['holds', 'holds', 'sewn'],
  ['holds', 'event', 'sewn'],
  ['event', 'holds', 'sewn'],
  ['holds', 'on-its-way', 'running'],
  ['on-its-way', 'on-its-way', 'running'],
  ['holds', 'needs-you', 'frayed'],
  ['needs-you', 'needs-you', 'pricked'],
  ['not-yet', 'needs-you', 'pricked'],
  ['needs-you', 'holds', 'pricked'],
  ['on-its-way', 'holds', 'pricked'],
  ['not-yet', 'on-its-way', 'pricked'],
  ['holds', 'not-yet', 'pricked'],
  ['holds', 'not-used', 'pricked'],
  ['not-used', 'holds', 'pricked'],
]

describe('a segment', () => {
  test.each(joins)('between a link that reads %s and one that reads %s is %s', (before, after, segment) => {
    expect(segmentBetween(before, after)).toBe(segment)
  })
})

test('a thread is read out link by link, each with its state in words', () => {
  const links = [
    { name: 'Session', state: 'holds' },
    { name: 'Note', state: 'needs-you' },
    { name: 'Claim', state: 'on-its-way' },
    { name: 'Paid', state: 'not-yet' },
  ] as const
  expect(threadInWords(links)).toBe('Session: holds, Note: needs you, Claim: on its way, Paid: not yet')
})
