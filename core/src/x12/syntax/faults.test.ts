// The table of faults: each has words of its own, and none can be made that it does not list.
import { describe, expect, test } from 'vitest'
import { type FaultCode, fault, faultCodes, isFaultCode } from './faults.ts'

const place = { kind: 'segment', id: 'ISA', segment: 1, offset: 0, length: 106 } as const

describe.each(faultCodes)('the fault %s', (code) => {
  const finding = fault(code, place)

  test('says what happened and what to do, in sentences', () => {
    expect(finding.says).toMatch(/^[A-Z].*\.$/)
    expect(finding.remedy).toMatch(/^[A-Z].*\.$/)
    expect(finding.source).not.toBe('')
  })

  test('holds the claim unless nothing need be done', () => {
    expect(finding.severity).toBe(finding.remedy.startsWith('Nothing need be done') ? 'warns' : 'holds-claim')
  })
})

test.each([
  ['every note of a TA1 (docs/sources.md 8.8)', 'TA1:', 27],
  ['every code of AK905 (docs/sources.md 8.8)', '999:AK9:', 6],
  ['every code of IK502 (docs/sources.md 8.8)', '999:IK5:', 9],
  ['every code of IK304 (docs/sources.md 8.8)', '999:IK3:', 13],
  ['every code of IK403 (docs/sources.md 8.8)', '999:IK4:', 18],
])('%s has its row', (_, family, count) => {
  expect(faultCodes.filter((code) => code.startsWith(family))).toHaveLength(count)
})

test('a code that is not in the table is refused when it is made', () => {
  expect(isFaultCode('999:IK4:99')).toBe(false)
  expect(() => fault('999:IK4:99' as FaultCode, place)).toThrow(RangeError)
})
