// Makes core/src/facts/shipped/generated.diagnoses-*.ts from a list of ICD-10-CM codes (JSON, its path is the first argument).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One code as the list has it. */
export interface ListedDiagnosis {
  readonly code: string
  readonly billable: boolean
  readonly description: string
  readonly unspecified: boolean
}

/**
 * Unspecified codes that are themselves the usual name's code, so that no more exact one need be looked for: post-traumatic
 * stress, social anxiety, adjustment disorder (docs/sources.md 5), schizophrenia and factitious disorder (no finer code exists).
 */
const soft = new Set(['F43.10', 'F40.10', 'F43.20', 'F20.9', 'F68.10'])

/** Not named unspecified by the list, and yet to be made more exact after the intake (docs/sources.md 5). */
const hard = new Set(['F99'])

/** Organic and substance codes (F01 to F19) print "unspecified" as part of their usual name: severity of dementia, use without a disorder. */
const isOrganicOrSubstance = (code: string): boolean => /^F[01]/.test(code)

/** How unspecified a code is (docs/sources.md 5 with section 0: F31.30 is hard). Headers are not judged: they cannot be billed. */
export const unspecifiedness = ({ code, billable, unspecified }: ListedDiagnosis): 'soft' | 'hard' | null => {
  if (!billable) return null
  if (hard.has(code)) return 'hard'
  if (!unspecified) return null
  return soft.has(code) || isOrganicOrSubstance(code) || !code.startsWith('F') ? 'soft' : 'hard'
}

/** Our own labels for codes newer than the words of the list. */
const ownLabels: Readonly<Record<string, string>> = {
  'R40.2A': 'Coma from an underlying condition, not from injury',
  'R41.85': 'Unawareness of one’s own illness',
  'Z55.6': 'Problems with health literacy',
  'Z58.81': 'Basic services not available where the person lives',
  'Z58.89': 'Other problems of the physical environment',
  'Z59.10': 'Inadequate housing, unspecified',
  'Z59.11': 'Inadequate housing: temperature',
  'Z59.12': 'Inadequate housing: utilities',
  'Z59.19': 'Other inadequate housing',
  'Z59.71': 'Insufficient health insurance',
  'Z59.72': 'Insufficient welfare support',
  'Z59.82': 'Insecure transportation',
  'Z59.861': 'Financial insecurity, trouble paying for utilities',
  'Z59.868': 'Other financial insecurity',
  'Z59.869': 'Financial insecurity, unspecified',
  'Z59.87': 'Material hardship',
  'Z62.23': 'Child in custody of a relative who is not a parent',
  'Z62.24': 'Child in custody of a guardian who is not a relative',
  'Z62.814': 'History of financial abuse in childhood',
  'Z62.815': 'History of intimate partner abuse in childhood',
  'Z62.823': 'Conflict of parent and stepchild',
  'Z62.831': 'Conflict of child and relative who is not a parent',
  'Z62.832': 'Conflict of child and guardian who is not a relative',
  'Z62.833': 'Conflict of child and group home staff',
  'Z62.892': 'Runaway from the present home',
  'Z71.87': 'Counseling for the change from pediatric to adult care',
  'Z71.88': 'Counseling for social and economic factors',
  'Z72.823': 'Risk of being smothered by another during sleep',
  'Z91.85': 'History of military service',
  'Z91.413': 'History of financial abuse as an adult',
  'Z91.414': 'History of intimate partner abuse as an adult',
}

const followers: Readonly<Record<string, string>> = {
  'Z91.11': 'Client does not follow the diet',
  'Z91.14': 'Client does not take medication as agreed, otherwise',
  'Z91.15': 'Client does not follow dialysis',
  'Z91.19': 'Client does not follow other treatment',
  'Z91.A1': 'Caregiver does not follow the client’s diet',
  'Z91.A2': 'Caregiver gives less medication than agreed, on purpose',
  'Z91.A3': 'Caregiver gives less medication than agreed, unknowingly',
  'Z91.A4': 'Caregiver does not follow the client’s medication, otherwise',
  'Z91.A5': 'Caregiver does not follow the client’s dialysis',
  'Z91.A9': 'Caregiver does not follow other treatment of the client',
}
const because: Readonly<Record<string, string>> = {
  '0': ', for financial hardship',
  '1': ', for financial hardship',
  '8': ', for another reason',
  '9': ', for an unspecified reason',
}
const encounters: Readonly<Record<string, string>> = {
  A: 'first encounter',
  D: 'later encounter',
  S: 'sequela',
}

/** The words for a code: those of the list, else our own. Throws when there are none, so that no code ships without. */
export const labelOf = ({ code, description }: ListedDiagnosis): string => {
  const written = description.trim() || ownLabels[code]
  if (written !== undefined) return written
  const abuse = /^T7([46])\.A([12])X([ADS])$/.exec(code)
  if (abuse !== null) {
    const who = abuse[2] === '1' ? 'Adult' : 'Child'
    const how = abuse[1] === '4' ? 'confirmed' : 'suspected'
    return `${who} financial abuse, ${how}, ${encounters[abuse[3] ?? '']}`
  }
  const stem = followers[code.slice(0, 6)]
  const reason = code.length > 6 ? because[code.slice(6)] : ''
  if (stem === undefined || reason === undefined)
    throw new RangeError(`no words for ${code}: write a label of our own`)
  return stem + reason
}

/** The text of a generated file: one compact row a code. */
export const diagnosesFile = (says: string, rows: readonly ListedDiagnosis[]): string => {
  const lines = rows.map((row) => {
    const unspecified = unspecifiedness(row)
    const parts = [row.code, row.billable ? 'billable' : 'header', unspecified ?? '', labelOf(row)]
    return `  ${JSON.stringify(parts)},`
  })
  return [
    `// ${says} Made by tools/make-diagnoses.ts; not edited by hand.`,
    "import type { DiagnosisRow } from './diagnosis-row.ts'",
    '',
    'export const rows: readonly DiagnosisRow[] = [',
    ...lines,
    ']',
    '',
  ].join('\n')
}

const make = (listPath: string): void => {
  const list = JSON.parse(readFileSync(listPath, 'utf8')) as { readonly codes: readonly ListedDiagnosis[] }
  const folder = join(import.meta.dirname, '..', 'core', 'src', 'facts', 'shipped')
  const isF = ({ code }: ListedDiagnosis): boolean => code.startsWith('F')
  writeFileSync(
    join(folder, 'generated.diagnoses-f.ts'),
    diagnosesFile('The F chapter of ICD-10-CM FY2026.', list.codes.filter(isF)),
  )
  writeFileSync(
    join(folder, 'generated.diagnoses-beside.ts'),
    diagnosesFile(
      'Codes of ICD-10-CM FY2026 outside the F chapter that notes carry beside it.',
      list.codes.filter((row) => !isF(row)),
    ),
  )
}

if (import.meta.main) {
  const [listPath] = process.argv.slice(2)
  if (listPath === undefined) {
    process.stderr.write('usage: node tools/make-diagnoses.ts ICD10CM-LIST.json\n')
    process.exitCode = 2
  } else make(listPath)
}
