// Checks that numbers of providers are invented ones: no real NPI stands in the project.
import type { Check } from './fault.ts'
import { isGenerated, isTest, lineAt } from './fault.ts'

// The Luhn sum of an NPI counts the prefix 80840 (docs/sources.md: NPI check digit), which adds 24 to its own digits' sum.
const prefixSum = 24

/** Whether ten digits carry a right check digit as an NPI. */
export const passesLuhn = (tenDigits: string): boolean => {
  const sum = [...tenDigits].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, prefixSum)
  return sum % 10 === 0
}

const isExample = (path: string): boolean => /(^|\/)(examples|fixtures)\//.test(path)
const isCandidate = (path: string): boolean =>
  /\.(tsx?|json|md|csv|x12|837|835|277ca|999|ta1|txt)$/i.test(path)

// X12 names a payer's company as 1 and its tax id, which begins 00 here; invented telephones end in 555-01xx.
const isCompanyNumber = (digits: string): boolean => digits.startsWith('100')
const isTelephone = (digits: string): boolean => /^\d{3}55501\d\d$/.test(digits)

/** Every NPI begins with 2, as no real one does yet, and in examples its check digit is right too. */
export const checkInventedNpis: Check = (path, text) => {
  const exempt = path === 'package-lock.json' || path === 'tools/tidy.test.ts' || isGenerated(path)
  if (!isCandidate(path) || exempt) return []
  return [...text.matchAll(/(?<![\w.-])[12]\d{9}(?![\w-]|\.\d)/g)].flatMap((found) => {
    const digits = found[0]
    const fault = (says: string) => [{ check: 'invented-npis', path, line: lineAt(text, found.index), says }]
    if (isCompanyNumber(digits) || isTelephone(digits)) return []
    if (digits.startsWith('1'))
      return passesLuhn(digits) ? fault('an NPI that may be a real person’s: begin with 2') : []
    return isExample(path) && !isTest(path) && !passesLuhn(digits)
      ? fault(`${digits} fails the check digit of an NPI`)
      : []
  })
}
